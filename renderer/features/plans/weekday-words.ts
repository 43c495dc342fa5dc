import { weekdayShortNames } from '#domain/text/format.ts'

/** „пн-пт“, „вт, чт“: days as one types them; three and more in a row become a range. */
export function weekdaysText(days: readonly number[]): string {
  const sorted = [...days].sort((a, b) => a - b)
  const name = (day: number) => weekdayShortNames[day - 1] ?? ''
  const parts: string[] = []
  for (let at = 0; at < sorted.length;) {
    let end = at
    while (sorted[end + 1] === (sorted[end] ?? 0) + 1) end += 1
    const [first, last] = [sorted[at] ?? 1, sorted[end] ?? 1]
    if (end - at >= 2) parts.push(`${name(first)}-${name(last)}`)
    else for (let day = first; day <= last; day += 1) parts.push(name(day))
    at = end + 1
  }
  return parts.join(', ')
}
