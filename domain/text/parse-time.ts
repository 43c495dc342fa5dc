import { cleanText } from './clean.ts'
import { formatClock } from './format.ts'
import { refuse } from './parsed.ts'
import type { Parsed } from './parsed.ts'

function clockOf(text: string): number | undefined {
  const m = /^(\d{1,2})[:.,](\d{2})$/.exec(text) ?? /^(\d{1,2})(\d{2})?$/.exec(text)
  if (!m) return undefined
  const hours = Number(m[1])
  const minutes = Number(m[2] ?? 0)
  return hours <= 24 && minutes < 60 && hours * 60 + minutes <= 1440
    ? hours * 60 + minutes
    : undefined
}

function bare(input: string): string {
  return cleanText(input)
    .toLowerCase()
    .replace(/\s*ч\.?(?=$|\s|-)/gu, '')
    .trim()
}

/** 8, 830, 8:30, 8.30, 08,30 → minutes since midnight. */
export function parseTime(input: string): Parsed<number> {
  const text = bare(input)
  if (text === '') return refuse('timeRequired')
  const minutes = clockOf(text)
  return minutes === undefined || minutes === 1440
    ? refuse('timeFormat')
    : { ok: true, value: minutes }
}

export interface TimeRange {
  from: number
  /** Minutes since the midnight before `from`; above 1440 when it ends the next day. */
  to: number
}

/** 8-12, 8 12, 8:30–12, „от 8 до 12“. An end not after the start is asked about only for night services. */
export function parseTimeRange(
  input: string,
  context: { night?: boolean } = {},
): Parsed<TimeRange> {
  const text = bare(input)
    .replace(/^от\s/u, '')
    .replace(/\s?(?:[-–—−]|до)\s?/u, ' ')
  if (text === '') return refuse('timeRequired')
  const [first = '', second, ...more] = text.split(' ')
  if (second === undefined || more.length > 0) return refuse('timeRangeFormat')
  const from = clockOf(first)
  const to = clockOf(second)
  if (from === undefined || to === undefined || from === 1440) return refuse('timeRangeFormat')
  if (to > from) return { ok: true, value: { from, to } }
  if (context.night !== true || to === from) return refuse('timeRangeOrder')
  return { ok: true, value: { from, to: to + 1440 } }
}

const dayPrefixes: [RegExp, number][] = [
  [/^(?:пн|пон.*)$/u, 1],
  [/^(?:вт|вто.*)$/u, 2],
  [/^(?:ср|сря.*)$/u, 3],
  [/^(?:чт|чет.*)$/u, 4],
  [/^(?:пт|пет.*)$/u, 5],
  [/^(?:сб|съб.*)$/u, 6],
  [/^(?:нд|нед.*)$/u, 7],
]

/** „пн-пт“, „вт чт“, „пн, ср и пт“, „всеки ден“, „делник“ → ISO weekdays in order. */
export function parseWeekdays(input: string): Parsed<number[]> {
  const text = cleanText(input).toLowerCase().replaceAll('.', '')
  if (text === '') return refuse('weekdaysRequired')
  if (/^(?:всеки ден|всички|ежедневно)$/u.test(text))
    return { ok: true, value: [1, 2, 3, 4, 5, 6, 7] }
  if (/^(?:делни[кц].*|работни.*)$/u.test(text)) return { ok: true, value: [1, 2, 3, 4, 5] }
  const found = new Set<number>()
  const pieces = text.replace(/\s*[-–—]\s*/g, '-').split(/[\s,;/+]+/u)
  for (const piece of pieces) {
    if (piece === '' || piece === 'и') continue
    const [first, last, ...more] = piece.split('-').map((name) => {
      return dayPrefixes.find(([pattern]) => pattern.test(name))?.[1]
    })
    if (first === undefined || more.length > 0 || (piece.includes('-') && last === undefined))
      return refuse('weekdaysFormat', { typed: piece })
    found.add(first)
    if (last !== undefined) for (let d = first; d !== last; d = (d % 7) + 1) found.add((d % 7) + 1)
  }
  return found.size === 0
    ? refuse('weekdaysFormat', { typed: text })
    : { ok: true, value: [...found].sort((a, b) => a - b) }
}

/**
 * Hours as minutes: 4, 4:30, 4,5, ,5, „4 ч. 30 мин.“. Decimals other than quarters are asked about,
 * because „8,30“ is meant as half past by some and as 8 h 18 min by others.
 */
export function parseHours(input: string): Parsed<number> {
  const text = cleanText(input).toLowerCase()
  if (text === '') return refuse('hoursRequired')
  const spoken = /^(?:(\d{1,4})\s?ч\.?(?:ас[а-я]*)?)?\s?(?:(\d{1,3})\s?м[а-я]*\.?)?$/u.exec(text)
  if (spoken && (spoken[1] !== undefined || spoken[2] !== undefined)) {
    const minutes = Number(spoken[2] ?? 0)
    if (spoken[1] !== undefined && minutes > 59) return refuse('hoursMinutesRange')
    return { ok: true, value: Number(spoken[1] ?? 0) * 60 + minutes }
  }
  const clock = /^(\d{0,4}):(\d{2})$/.exec(text)
  if (clock) {
    if (Number(clock[2]) > 59) return refuse('hoursMinutesRange')
    return { ok: true, value: Number(clock[1]) * 60 + Number(clock[2]) }
  }
  const decimal = /^(\d{0,4})(?:[.,](\d{1,3}))?$/.exec(text)
  if (!decimal || (decimal[1] === '' && decimal[2] === undefined)) return refuse('hoursFormat')
  const hours = Number(decimal[1])
  const fraction = decimal[2] ?? ''
  const quarter = { '': 0, '25': 15, '5': 30, '75': 45 }[fraction.replace(/0+$/, '')]
  if (quarter !== undefined) return { ok: true, value: hours * 60 + quarter }
  const exactMinutes = hours * 60 + Math.round(Number(`0.${fraction}`) * 60)
  const typed = `${decimal[1] === '' ? '0' : (decimal[1] ?? '')},${fraction}`
  const asClock = Number(fraction)
  if (fraction.length > 2 || asClock > 59)
    return refuse('hoursDecimals', { typed, exactMinutes, clock: formatClock(exactMinutes) })
  const clockMinutes = hours * 60 + asClock
  return refuse('hoursAmbiguous', {
    typed,
    exactMinutes,
    clockMinutes,
    clock: formatClock(clockMinutes),
  })
}
