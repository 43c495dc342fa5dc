import { verdict } from '#domain/problems/schema.ts'
import type { Problem, Verdict } from '#domain/problems/schema.ts'
import { kindOf, type Methodology, type MethodologyBand } from './schema.ts'
import { appliesAtAge, totalRange } from './score.ts'

/** Oldest age that a methodology has to answer for. */
const oldest = 130

/**
 * Do the bands cover lowest…highest whole points, each exactly once? Ends inclusive. Problems:
 * bandReversed, bandsOverlap, bandsGap, bandsDoNotReach.
 */
export function bandProblems(
  bands: readonly MethodologyBand[],
  lowest: number,
  highest: number,
): Problem[] {
  const problems: Problem[] = []
  bands.forEach((band, index) => {
    if (band.min > band.max)
      problems.push({
        code: 'bandReversed',
        path: ['bands', index],
        params: { min: band.min, max: band.max },
      })
  })
  if (problems.length > 0) return problems
  const sorted = bands
    .map((band, index) => ({ ...band, index }))
    .sort((a, b) => a.min - b.min || a.max - b.max)
  let reached = lowest - 1
  for (const band of sorted) {
    const path = ['bands', band.index]
    if (band !== sorted[0] && band.min <= reached)
      problems.push({ code: 'bandsOverlap', path, params: { points: band.min } })
    if (band.min > reached + 1)
      problems.push({ code: 'bandsGap', path, params: { from: reached + 1, to: band.min - 1 } })
    reached = Math.max(reached, band.max)
  }
  if (reached < highest)
    problems.push({ code: 'bandsDoNotReach', path: ['bands'], params: { points: highest } })
  return problems
}

function duplicates(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}

function idProblems(methodology: Methodology): Problem[] {
  const problems: Problem[] = []
  for (const id of duplicates(methodology.groups.map((group) => group.id)))
    problems.push({ code: 'codeTwice', path: ['groups', id], params: { id } })
  const items = methodology.groups.flatMap((group) => group.items)
  for (const id of duplicates(items.map((item) => item.id)))
    problems.push({ code: 'codeTwice', path: ['items', id], params: { id } })
  for (const item of items) {
    for (const id of duplicates(item.options.map((option) => option.id)))
      problems.push({ code: 'codeTwice', path: ['items', item.id, id], params: { id } })
    if (item.minAge !== null && item.maxAge !== null && item.minAge > item.maxAge)
      problems.push({ code: 'agesReversed', path: ['items', item.id] })
    if (new Set(item.options.map((option) => option.points)).size === 1)
      problems.push({ code: 'itemDecidesNothing', path: ['items', item.id] })
  }
  return problems
}

function ageProblems(methodology: Methodology): Problem[] {
  const problems: Problem[] = []
  const seen = new Set<string>()
  const once = (problem: Problem) => {
    if (seen.has(problem.code)) return
    seen.add(problem.code)
    problems.push(problem)
  }
  for (let age = 0; age <= oldest; age += 1) {
    const coefficients = methodology.coefficients.filter((range) => appliesAtAge(range, age))
    if (coefficients.length !== 1)
      once({
        code: coefficients.length === 0 ? 'coefficientMissing' : 'coefficientTwice',
        path: ['coefficients'],
        params: { age },
      })
    const asked = methodology.groups.some((group) =>
      group.items.some((item) => appliesAtAge(item, age)),
    )
    if (!asked) once({ code: 'nothingAskedAtAge', path: ['groups'], params: { age } })
  }
  return problems
}

/**
 * May a methodology be put into use? Codes are unique, every age is asked something and has one
 * coefficient, bands cover every reachable total without gap or overlap. A selection gives points and
 * no hours: it has no bands to be judged.
 */
export function validateMethodology(methodology: Methodology): Verdict {
  const ids = idProblems(methodology)
  const ages = ageProblems(methodology)
  let lowest = 0
  let highest = 0
  if (ages.length === 0)
    for (let age = 0; age <= oldest; age += 1) {
      const range = totalRange(methodology, age)
      lowest = Math.min(lowest, range.min)
      highest = Math.max(highest, range.max)
    }
  return verdict([
    ...ids,
    ...ages,
    ...(ages.length === 0 && kindOf(methodology) === 'needs'
      ? bandProblems(methodology.bands, lowest, highest)
      : []),
  ])
}

/** Same data, same text: what is hashed when a version is stored. Keys sorted, no spaces. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalText(entry)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

export interface StoredMethodology {
  id: string
  code: string
  version: number
  validFrom: string
  /** Used by at least one assessment: never changed again, only followed by a new version. */
  locked: boolean
}

/** May this version still be edited? `methodologyLocked` after its first use. */
export function mayEditMethodology(stored: { locked: boolean }): Verdict {
  return verdict([stored.locked && { code: 'methodologyLocked' }])
}

/** The version of a methodology that a new assessment on this date begins with. */
export function methodologyOn<T extends StoredMethodology>(
  versions: readonly T[],
  code: string,
  date: string,
): T | undefined {
  return versions
    .filter((stored) => stored.code === code && stored.validFrom <= date)
    .sort((a, b) =>
      a.validFrom === b.validFrom ? b.version - a.version : a.validFrom < b.validFrom ? 1 : -1,
    )[0]
}

/**
 * May this follow the versions that are stored? A version that begins before the newest one would
 * never be used: `methodologyBeforeNewest`. One of the past is allowed, the order may be older.
 */
export function followsNewest(
  next: { code: string; validFrom: string },
  versions: readonly StoredMethodology[],
  own: string | null,
): Verdict {
  const newest = versions
    .filter((stored) => stored.code === next.code && stored.id !== own)
    .reduce<string>((last, stored) => (stored.validFrom > last ? stored.validFrom : last), '')
  return verdict([
    next.validFrom < newest && {
      code: 'methodologyBeforeNewest',
      path: ['validFrom'],
      params: { newestDate: newest },
    },
  ])
}

/** Said before a sheet is frozen: its paper names the act of approval, or keeps a line for the hand. */
export function methodologyWarnings({ approvedBy }: Pick<Methodology, 'approvedBy'>): Problem[] {
  return (approvedBy ?? '').trim() === ''
    ? [{ code: 'methodologyNotApproved', path: ['methodology'] }]
    : []
}
