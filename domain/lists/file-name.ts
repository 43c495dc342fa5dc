import { wallClockOf } from '#domain/calendar/instant.ts'

/** „Договори 2026-11-21 10-42“: later files of a list stand below earlier ones, and none on another. */
export function listFileName(title: string, instant: string): string {
  const { date, minutes } = wallClockOf(instant)
  const two = (n: number) => String(n).padStart(2, '0')
  // Signs that no file name on Windows may have.
  const name = title.replace(/[\\/:*?"<>|]/g, ' ').trim()
  return `${name} ${date} ${two(Math.floor(minutes / 60))}-${two(minutes % 60)}`
}
