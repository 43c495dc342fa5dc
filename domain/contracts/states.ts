import type { Problem, Verdict } from '#domain/problems/schema.ts'
import { reasonProblem } from '#domain/text/reason.ts'
import type {
  ContractStatus,
  ShownContractStatus,
  SuspensionGround,
  TerminationGround,
} from './schema.ts'

export type ContractEvent =
  /** Draws the number and freezes the paper; `problems` of `contractProblems` stop it. */
  | { kind: 'issue' }
  | { kind: 'sendOut' }
  /** The signed paper is back: the dates beside the signatures; null where nobody typed one. */
  | { kind: 'markSigned'; personSignedOn: string; providerSignedOn: string | null }
  | { kind: 'suspend'; ground: SuspensionGround; fromDate: string }
  | { kind: 'resume'; onDate: string }
  /** `onDate` is the last day of the contract. No ground is a default. */
  | { kind: 'terminate'; ground: TerminationGround; onDate: string; reason: string }
  /** A wrongly issued contract: its number stays and is never used again. */
  | { kind: 'annul'; reason: string }
export type ContractEventKind = ContractEvent['kind']

const table: Record<ContractStatus, Partial<Record<ContractEventKind, ContractStatus>>> = {
  draft: { issue: 'issued' },
  issued: { sendOut: 'outForSignature', markSigned: 'signed', annul: 'annulled' },
  outForSignature: { markSigned: 'signed', annul: 'annulled' },
  signed: { suspend: 'suspended', terminate: 'terminated', annul: 'annulled' },
  suspended: { resume: 'signed', terminate: 'terminated' },
  terminated: {},
  annulled: {},
}

const unsigned: readonly ContractStatus[] = ['draft', 'issued', 'outForSignature']

/** What may be done with a contract in this status. */
export function nextContractEvents(status: ContractStatus): ContractEventKind[] {
  return Object.keys(table[status]) as ContractEventKind[]
}

export interface ContractStateFacts {
  today: string
  contractDate: string
  startDate: string
  endDate: string
  deathDate: string | null
  /** The later signature; null = not signed. */
  signedOn: string | null
  /** Since when it has been suspended, while it is. */
  suspendedFrom: string | null
  /** Hours were already reported under it; such a contract is ended, not annulled. */
  hasReportedHours: boolean
  minReasonLength: number
  problems: readonly Problem[]
}

function outside(
  date: string,
  facts: Pick<ContractStateFacts, 'startDate' | 'endDate'>,
  field: string,
): Problem | undefined {
  return date < facts.startDate || date > facts.endDate
    ? {
        code: 'dateOutsideContract',
        path: [field],
        params: { startDate: facts.startDate, endDate: facts.endDate },
      }
    : undefined
}

/** The contract counts from the later of the two signatures. */
export function lastSignature(event: {
  personSignedOn: string
  providerSignedOn: string | null
}): string {
  const { personSignedOn, providerSignedOn } = event
  return providerSignedOn !== null && providerSignedOn > personSignedOn
    ? providerSignedOn
    : personSignedOn
}

function signatureProblems(
  date: string | null,
  field: string,
  facts: Pick<ContractStateFacts, 'today' | 'contractDate' | 'endDate' | 'deathDate'>,
): Problem[] {
  if (date === null) return []
  if (date > facts.today)
    return [{ code: 'dateInFuture', path: [field], params: { todayDate: facts.today } }]
  if (date < facts.contractDate)
    return [
      {
        code: 'signedBeforeContract',
        path: [field],
        params: { contractDate: facts.contractDate },
      },
    ]
  // A contract that one side signs for nobody, or when its term is over, never comes about.
  if (facts.deathDate !== null && date > facts.deathDate)
    return [{ code: 'signedAfterDeath', path: [field], params: { deathDate: facts.deathDate } }]
  if (date > facts.endDate)
    return [{ code: 'signedAfterEnd', path: [field], params: { endDate: facts.endDate } }]
  return []
}

/** Since when the contract binds: the later signature; its own date where no signature has one. */
const boundSince = ({ signedOn, contractDate }: ContractStateFacts) => signedOn ?? contractDate

/** What was signed may be ended at once, also before its first day; it then never runs. */
function endProblem(onDate: string, facts: ContractStateFacts): Problem | undefined {
  const signedDate = boundSince(facts)
  return onDate < signedDate || onDate > facts.endDate
    ? {
        code: 'endOutsideContract',
        path: ['onDate'],
        params: { signedDate, endDate: facts.endDate },
      }
    : undefined
}

/** By death a contract ends on that day: nothing was agreed before it, nothing is left after the end. */
function deathProblems(onDate: string, facts: ContractStateFacts): Problem[] {
  const { deathDate, endDate } = facts
  const signedDate = boundSince(facts)
  if (deathDate === null) return [{ code: 'deathDateMissing', path: ['ground'] }]
  if (deathDate < signedDate)
    return [{ code: 'diedBeforeSigning', path: ['ground'], params: { deathDate, signedDate } }]
  if (deathDate > endDate)
    return [{ code: 'diedAfterEnd', path: ['ground'], params: { deathDate, endDate } }]
  return onDate === deathDate
    ? []
    : [{ code: 'endsOnDeath', path: ['onDate'], params: { deathDate } }]
}

function eventProblems(event: ContractEvent, facts: ContractStateFacts): (Problem | undefined)[] {
  switch (event.kind) {
    case 'issue':
      return [...facts.problems]
    case 'sendOut':
      return []
    case 'markSigned':
      return [
        ...signatureProblems(event.personSignedOn, 'personSignedOn', facts),
        ...signatureProblems(event.providerSignedOn, 'providerSignedOn', facts),
      ]
    case 'suspend':
      return [outside(event.fromDate, facts, 'fromDate')]
    case 'resume':
      return [
        outside(event.onDate, facts, 'onDate'),
        facts.suspendedFrom !== null && event.onDate < facts.suspendedFrom
          ? { code: 'endBeforeStart', path: ['onDate'], params: { startDate: facts.suspendedFrom } }
          : undefined,
      ]
    case 'terminate':
      return event.ground === 'death'
        ? deathProblems(event.onDate, facts)
        : [endProblem(event.onDate, facts), reasonProblem(event.reason, facts.minReasonLength)]
    case 'annul':
      return [
        reasonProblem(event.reason, facts.minReasonLength),
        facts.hasReportedHours ? { code: 'contractHasHours' } : undefined,
      ]
  }
}

/** The next stored status, or why not. */
export function contractTransition(
  status: ContractStatus,
  event: ContractEvent,
  facts: ContractStateFacts,
): Verdict<{ status: ContractStatus }> {
  const next = table[status][event.kind]
  if (event.kind === 'terminate' && unsigned.includes(status))
    return { ok: false, problems: [{ code: 'endOfUnsigned' }] }
  if (!next)
    return { ok: false, problems: [{ code: 'eventNotAllowed', params: { state: status } }] }
  const problems = eventProblems(event, facts).filter((problem) => problem !== undefined)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, status: next }
}

const freeing: readonly ShownContractStatus[] = ['signed', 'inForce', 'annexed', 'suspended']

/** Minutes a month that become free when a contract is ended now: „Освобождават се 84 ч.“ */
export function freedMinutes(shown: ShownContractStatus, minutesPerMonth: number): number {
  return freeing.includes(shown) ? minutesPerMonth : 0
}
