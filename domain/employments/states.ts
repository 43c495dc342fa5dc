import type { Problem, Verdict } from '#domain/problems/schema.ts'
import { reasonProblem } from '#domain/text/reason.ts'
import { groundOfDeath } from './grounds-data.ts'
import type { EmploymentStatus } from './schema.ts'

export type EmploymentEvent =
  /** Draws the number and freezes the paper; `problems` of the rules stop it. */
  | { kind: 'issue' }
  | { kind: 'sendOut' }
  | { kind: 'markSigned'; signedOn: string }
  | { kind: 'suspend'; fromDate: string; reason: string }
  | { kind: 'resume'; onDate: string }
  /** An order: `onDate` is the last day. No ground is a default. */
  | { kind: 'end'; groundId: string; orderDate: string; onDate: string; reason: string }
  /** A wrongly issued contract: its number stays and is never used again. */
  | { kind: 'annul'; reason: string }
export type EmploymentEventKind = EmploymentEvent['kind']

const table: Record<EmploymentStatus, Partial<Record<EmploymentEventKind, EmploymentStatus>>> = {
  draft: { issue: 'issued' },
  issued: { sendOut: 'outForSignature', markSigned: 'signed', annul: 'annulled' },
  outForSignature: { markSigned: 'signed', annul: 'annulled' },
  signed: { suspend: 'suspended', end: 'ended', annul: 'annulled' },
  suspended: { resume: 'signed', end: 'ended' },
  ended: {},
  annulled: {},
}

/** What may be done with a contract in this status. */
export function nextEmploymentEvents(status: EmploymentStatus): EmploymentEventKind[] {
  return Object.keys(table[status]) as EmploymentEventKind[]
}

export interface EmploymentStateFacts {
  today: string
  contractDate: string
  startDate: string
  /** End of the term as agreed now; null = безсрочен. */
  endDate: string | null
  deathDate: string | null
  signedOn: string | null
  suspendedFrom: string | null
  /** Months with hours that are not reported yet; the contract is not ended over them. */
  unreportedMonths: readonly string[]
  /** Hours were reported under it: it is ended, not annulled. */
  hasReportedHours: boolean
  minReasonLength: number
  problems: readonly Problem[]
}

function signatureProblem(on: string, facts: EmploymentStateFacts): Problem | undefined {
  const { today, contractDate, deathDate, endDate } = facts
  const at = (code: string, params: Record<string, string>): Problem => ({
    code,
    path: ['signedOn'],
    params,
  })
  if (on > today) return at('dateInFuture', { todayDate: today })
  if (on < contractDate) return at('signedBeforeContract', { contractDate })
  if (deathDate !== null && on > deathDate) return at('signedAfterDeath', { deathDate })
  if (endDate !== null && on > endDate) return at('signedAfterEnd', { endDate })
  return undefined
}

/** A day on which the contract runs. */
function outside(on: string, field: string, facts: EmploymentStateFacts): Problem | undefined {
  const { startDate, endDate } = facts
  if (on < startDate) return { code: 'dateBeforeEmployment', path: [field], params: { startDate } }
  return endDate !== null && on > endDate
    ? { code: 'dateAfterEmployment', path: [field], params: { endDate } }
    : undefined
}

type EndEvent = Extract<EmploymentEvent, { kind: 'end' }>

function endProblems(event: EndEvent, facts: EmploymentStateFacts): (Problem | undefined)[] {
  const { onDate, orderDate } = event
  const { endDate, deathDate, unreportedMonths, contractDate, today } = facts
  const signedDate = facts.signedOn ?? contractDate
  const months = unreportedMonths.join(', ')
  return [
    orderDate > today
      ? { code: 'dateInFuture', path: ['orderDate'], params: { todayDate: today } }
      : undefined,
    orderDate < signedDate
      ? { code: 'orderBeforeSigning', path: ['orderDate'], params: { signedDate } }
      : undefined,
    onDate < signedDate
      ? { code: 'employmentEndsBeforeSigning', path: ['onDate'], params: { signedDate } }
      : undefined,
    endDate !== null && onDate > endDate
      ? { code: 'dateAfterEmployment', path: ['onDate'], params: { endDate } }
      : undefined,
    event.groundId === groundOfDeath && deathDate === null
      ? { code: 'deathDateMissing', path: ['groundId'] }
      : undefined,
    event.groundId === groundOfDeath && deathDate !== null && onDate !== deathDate
      ? { code: 'endsOnDeath', path: ['onDate'], params: { deathDate } }
      : undefined,
    months === ''
      ? undefined
      : { code: 'employmentHoursUnreported', path: ['onDate'], params: { months } },
    event.groundId === groundOfDeath
      ? undefined
      : reasonProblem(event.reason, facts.minReasonLength),
  ]
}

function eventProblems(
  event: EmploymentEvent,
  facts: EmploymentStateFacts,
): (Problem | undefined)[] {
  const { suspendedFrom, minReasonLength } = facts
  switch (event.kind) {
    case 'issue':
      return [...facts.problems]
    case 'sendOut':
      return []
    case 'markSigned':
      return [signatureProblem(event.signedOn, facts)]
    case 'suspend':
      return [
        outside(event.fromDate, 'fromDate', facts),
        reasonProblem(event.reason, minReasonLength),
      ]
    case 'resume':
      return [
        outside(event.onDate, 'onDate', facts),
        suspendedFrom !== null && event.onDate < suspendedFrom
          ? { code: 'endBeforeStart', path: ['onDate'] }
          : undefined,
      ]
    case 'end':
      return endProblems(event, facts)
    case 'annul':
      return [
        reasonProblem(event.reason, minReasonLength),
        facts.hasReportedHours ? { code: 'contractHasHours' } : undefined,
      ]
  }
}

/** The next stored status, or why not. */
export function employmentTransition(
  status: EmploymentStatus,
  event: EmploymentEvent,
  facts: EmploymentStateFacts,
): Verdict<{ status: EmploymentStatus }> {
  const next = table[status][event.kind]
  if (event.kind === 'end' && promisedOnly.includes(status))
    return { ok: false, problems: [{ code: 'endOfUnsigned' }] }
  if (!next)
    return { ok: false, problems: [{ code: 'eventNotAllowed', params: { state: status } }] }
  const problems = eventProblems(event, facts).filter((problem) => problem !== undefined)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, status: next }
}

const promisedOnly: readonly EmploymentStatus[] = ['draft', 'issued', 'outForSignature']
