const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** Bytes as a person reads them: „1,2 GB“, „512 MB“; thousands, as on the label of a stick. */
export function formatBytes(bytes: number): string {
  let size = Math.max(0, bytes)
  let unit = 0
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  const digits = unit >= 3 && size < 10 ? size.toFixed(1) : String(Math.round(size))
  return `${digits.replace('.', ',')}\u00A0${units[unit] ?? 'TB'}`
}
