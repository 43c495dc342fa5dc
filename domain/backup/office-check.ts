/** How deep the office looks at its own data: after each start in seconds, by itself now and then all of it. */
export const checkDepths = ['quick', 'full'] as const
export type CheckDepth = (typeof checkDepths)[number]

/**
 * What a check may find: a damaged database file, records that point at nothing, a journal that was
 * changed or cut, stored files that are missing or damaged, registry numbers that nobody accounts for,
 * a keyring that is not the one of this database.
 */
export const findingKinds = ['structure', 'links', 'journal', 'files', 'numbers', 'keys'] as const
export type FindingKind = (typeof findingKinds)[number]

export interface Finding {
  kind: FindingKind
  count: number
}

/** The last check of each depth. */
export interface OfficeCheck {
  depth: CheckDepth
  /** Instant, UTC ISO. */
  checkedAt: string
  findings: readonly Finding[]
}

/**
 * What is known to be wrong. A full check settles everything before it; a quick one that finds nothing
 * does not take back what a full one found, since it does not look there.
 */
export function knownFindings(checks: readonly OfficeCheck[]): Finding[] {
  const full = checks.find(({ depth }) => depth === 'full')
  const quick = checks.find(({ depth }) => depth === 'quick')
  const settled = quick === undefined || (full && full.checkedAt >= quick.checkedAt)
  const found = [...(full?.findings ?? []), ...(settled ? [] : quick.findings)]
  return findingKinds.flatMap((kind) => {
    const counts = found.filter((one) => one.kind === kind).map(({ count }) => count)
    return counts.length === 0 ? [] : [{ kind, count: Math.max(...counts) }]
  })
}

const hourMs = 3_600_000

/**
 * Never checked, checked long ago, or by a clock that was ahead. Where something was found, somebody
 * mends it meanwhile: it is looked at again within the hour.
 */
export function fullCheckDue(
  checks: readonly OfficeCheck[],
  now: string,
  everyDays: number,
): boolean {
  const last = checks.find(({ depth }) => depth === 'full')
  if (!last) return true
  const age = Date.parse(now) - Date.parse(last.checkedAt)
  return age < 0 || age >= (last.findings.length > 0 ? hourMs : everyDays * 24 * hourMs)
}
