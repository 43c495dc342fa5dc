/** One place where the express way (Enter) may stop. */
export interface Stop {
  name: string
  /** Something stands in it, from a default or typed. */
  filled: boolean
  /** It is marked as wrong: then it needs a hand although something stands in it. */
  wrong: boolean
  /** The express way passes it by even when it is empty. */
  passBy: boolean
}

/**
 * Where Enter goes from stop `from`: the next field that needs a hand, jumping over filled ones.
 * Undefined at the end of the form.
 */
export function nextStop(stops: readonly Stop[], from: number): number | undefined {
  for (let at = from + 1; at < stops.length; at += 1) {
    const stop = stops[at]
    if (stop && (stop.wrong || (!stop.filled && !stop.passBy))) return at
  }
  return undefined
}

/** Whether something stands in a field: an unticked box and an empty list are empty. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return false
  if (Array.isArray(value)) return value.length > 0
  if (typeof value === 'object') return Object.values(value).every(isFilled)
  return true
}
