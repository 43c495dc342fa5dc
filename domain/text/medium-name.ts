/** A name for a medium that has none: the first free one of „АРХИВ-1“, „АРХИВ-2“ … */
export function freeMediumName(taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLocaleUpperCase('bg')))
  for (let n = 1; ; n++) {
    const name = `АРХИВ-${String(n)}`
    if (!names.has(name)) return name
  }
}
