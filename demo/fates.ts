import type { DropOutReason } from '#domain/applications/schema.ts'
import type { TerminationInput } from '#domain/contracts/schema.ts'
import type { AgeGroup, Telk } from './person-wish.ts'
import type { Random } from './random.ts'
import type { Need } from './sheet-texts.ts'
import type { RepresentativeKind } from '#domain/people/schema.ts'

/** Steps of the path in their order; a case goes as far as its fate says. */
export const steps = [
  'registered',
  'admitted',
  'sent',
  'sheetBegun',
  'sheetFinished',
  'hoursApproved',
  'planDraft',
  'planReady',
  'planApproved',
  'contractDraft',
  'contractIssued',
  'contractOut',
  'contractSigned',
] as const
export type Step = (typeof steps)[number]

/** What happens to a case after its last step. */
export type Turn =
  | { kind: 'stays' }
  /** Papers are missing from the first day; nobody brings them. */
  | { kind: 'incomplete' }
  | { kind: 'returned' }
  | { kind: 'refused'; ground: 'serviceNotOffered' | 'needsCannotBeMet' }
  | { kind: 'droppedOut'; why: DropOutReason }
  | { kind: 'closed' }
  | { kind: 'belowThreshold' }
  | { kind: 'terminated'; grounds: readonly TerminationInput['ground'][] }
  /** Will leave the service on a day that is still to come. */
  | { kind: 'noticeGiven' }
  /** The contract went out for a signature and is not found. */
  | { kind: 'paperLost' }
  /** Died; the contract was ended on that day. */
  | { kind: 'diedServed' }
  /** Died; nobody has ended the contract yet. */
  | { kind: 'diedOpen' }
  | { kind: 'annulled'; again: boolean }
  /** A short contract ran out. */
  | { kind: 'expired'; renewed: boolean }
  /** Runs out in the weeks after the last day. */
  | { kind: 'runsOut' }
  /** Signed, its first day is still to come. */
  | { kind: 'startsLater' }
  /** Assessed again after half a year: a new sheet and a new version of the plan. */
  | { kind: 'reviewed' }

export interface Fate {
  name: string
  /** How many of 380. */
  share: number
  until: Step
  turn: Turn
  /** Counts as served on the last day. */
  served?: true
  /** Waits for a place from the approval of the hours on. */
  queues?: true
  /** What the entry numbers begin with, where a project has a register of its own. */
  series?: string
  /** Days between the entry and the last day of the office. */
  age: readonly [number, number]
}

const stays: Turn = { kind: 'stays' }

/** In the order in which a small office gives its places; 120 of 380 are served. */
export const fates: readonly Fate[] = [
  { name: 'inForce', share: 92, until: 'contractSigned', turn: stays, served: true, age: [50, 690] },
  { name: 'waiting', share: 130, until: 'hoursApproved', turn: stays, queues: true, age: [40, 640] },
  { name: 'registered', share: 6, until: 'registered', turn: stays, age: [1, 7] },
  { name: 'incomplete', share: 8, until: 'registered', turn: { kind: 'incomplete' }, age: [1, 17] },
  { name: 'admitted', share: 5, until: 'admitted', turn: stays, age: [7, 14] },
  { name: 'sent', share: 5, until: 'sent', turn: stays, age: [10, 24] },
  { name: 'sheetDraft', share: 5, until: 'sheetBegun', turn: stays, age: [14, 22] },
  { name: 'sheetFinished', share: 5, until: 'sheetFinished', turn: stays, age: [18, 28] },
  { name: 'sheetReturned', share: 2, until: 'sheetFinished', turn: { kind: 'returned' }, age: [24, 32] },
  { name: 'approved', share: 5, until: 'hoursApproved', turn: stays, age: [24, 34] },
  { name: 'planDraft', share: 3, until: 'planDraft', turn: stays, age: [28, 38] },
  { name: 'planReady', share: 3, until: 'planReady', turn: stays, age: [30, 40] },
  { name: 'planApproved', share: 3, until: 'planApproved', turn: stays, age: [34, 44] },
  { name: 'contractDraft', share: 2, until: 'contractDraft', turn: stays, age: [38, 48] },
  { name: 'contractIssued', share: 4, until: 'contractIssued', turn: stays, age: [38, 50] },
  { name: 'contractOut', share: 5, until: 'contractOut', turn: stays, age: [42, 60] },
  { name: 'paperLost', share: 1, until: 'contractOut', turn: { kind: 'paperLost' }, age: [56, 70] },
  { name: 'startsLater', share: 4, until: 'contractSigned', turn: { kind: 'startsLater' }, served: true, age: [48, 60] },
  { name: 'runsOut', share: 5, until: 'contractSigned', turn: { kind: 'runsOut' }, served: true, age: [220, 700] },
  { name: 'reviewed', share: 8, until: 'contractSigned', turn: { kind: 'reviewed' }, served: true, age: [300, 700] },
  { name: 'renewed', share: 4, until: 'contractSigned', turn: { kind: 'expired', renewed: true }, served: true, age: [330, 700] },
  { name: 'ending', share: 2, until: 'contractSigned', turn: { kind: 'noticeGiven' }, served: true, age: [80, 160] },
  { name: 'diedOpen', share: 2, until: 'contractSigned', turn: { kind: 'diedOpen' }, served: true, age: [70, 170] },
  { name: 'reissued', share: 3, until: 'contractIssued', turn: { kind: 'annulled', again: true }, served: true, age: [80, 600] },
  { name: 'annulled', share: 2, until: 'contractIssued', turn: { kind: 'annulled', again: false }, age: [50, 80] },
  { name: 'expired', share: 8, until: 'contractSigned', turn: { kind: 'expired', renewed: false }, age: [330, 700] },
  { name: 'terminated', share: 9, until: 'contractSigned', turn: { kind: 'terminated', grounds: ['personRequest', 'movedOutOfMunicipality', 'residentialCare', 'mutualConsent', 'otherSimilarService', 'breach'] }, age: [160, 700] },
  { name: 'diedServed', share: 6, until: 'contractSigned', turn: { kind: 'diedServed' }, age: [160, 700] },
  { name: 'belowThreshold', share: 7, until: 'sheetFinished', turn: { kind: 'belowThreshold' }, age: [30, 600] },
  { name: 'notOffered', share: 4, until: 'registered', turn: { kind: 'refused', ground: 'serviceNotOffered' }, age: [20, 650] },
  { name: 'needsCannotBeMet', share: 4, until: 'sheetFinished', turn: { kind: 'refused', ground: 'needsCannotBeMet' }, age: [30, 650] },
  { name: 'withdrawn', share: 6, until: 'admitted', turn: { kind: 'droppedOut', why: 'withdrawn' }, age: [20, 650] },
  { name: 'diedWaiting', share: 6, until: 'hoursApproved', turn: { kind: 'droppedOut', why: 'died' }, queues: true, age: [60, 650] },
  { name: 'notFound', share: 3, until: 'sent', turn: { kind: 'droppedOut', why: 'notFound' }, age: [40, 650] },
  { name: 'refusedAssessment', share: 3, until: 'sent', turn: { kind: 'droppedOut', why: 'refusedAssessment' }, age: [40, 650] },
  { name: 'documentsNotProvided', share: 5, until: 'registered', turn: { kind: 'droppedOut', why: 'documentsNotProvided' }, age: [40, 650] },
  { name: 'movedAway', share: 3, until: 'hoursApproved', turn: { kind: 'droppedOut', why: 'movedAway' }, queues: true, age: [60, 650] },
  { name: 'closed', share: 2, until: 'admitted', turn: { kind: 'closed' }, age: [60, 650] },
] // prettier-ignore

/** How many people meet each fate: by share, at least one of each as long as there are people. */
export function countFates(people: number): number[] {
  const total = fates.reduce((sum, fate) => sum + fate.share, 0)
  const counts = fates.map((_, index): number => (index < people ? 1 : 0))
  const wanted = fates.map((fate) => (fate.share * people) / total)
  for (let left = people - Math.min(people, fates.length); left > 0; left -= 1) {
    // Whoever lies furthest below the wanted share gets the next person.
    let most = 0
    wanted.forEach((want, index) => {
      if (want - (counts[index] ?? 0) > (wanted[most] ?? 0) - (counts[most] ?? 0)) most = index
    })
    counts[most] = (counts[most] ?? 0) + 1
  }
  return counts
}

export interface Wish {
  ageGroup: AgeGroup
  telk: Telk
  representative: RepresentativeKind | null
  cannotSign: boolean
  longName: boolean
  oneName: boolean
  need: Need
}

/** Rare people, spread over the cases that reach a paper: who signs, whose decision ends, long names. */
const rare: readonly { every: number; change: Partial<Wish> }[] = [
  { every: 24, change: { ageGroup: 'child', telk: 'inForce', representative: 'parent' } },
  { every: 40, change: { ageGroup: 'adult', telk: 'inForce', representative: 'guardian' } },
  { every: 45, change: { ageGroup: 'adult', telk: 'inForce', representative: 'curator' } },
  { every: 22, change: { ageGroup: 'elder', representative: 'proxy' } },
  { every: 35, change: { ageGroup: 'elder', cannotSign: true } },
  { every: 24, change: { ageGroup: 'adult', telk: 'endsSoon' } },
  { every: 60, change: { ageGroup: 'adult', telk: 'ended' } },
  { every: 55, change: { longName: true } },
]

/** Who the `index`-th person is; the first served people show every kind of signature. */
export function wishFor(random: Random, index: number, served: number | null): Wish {
  const elder = random.chance(57)
  const disabled = random.chance(elder ? 45 : 100)
  const wish: Wish = {
    ageGroup: elder ? 'elder' : 'adult',
    telk: disabled ? 'inForce' : 'none',
    representative: null,
    cannotSign: false,
    longName: false,
    oneName: false,
    need: random.pick(['I', 'I', 'II', 'II', 'II', 'III', 'III', 'IV']),
  }
  if (served === null) {
    if (index % 50 === 3) wish.longName = true
    return wish
  }
  const turn = rare.findIndex(({ every }, place) => served % every === place)
  return turn < 0 ? wish : { ...wish, ...rare[turn]?.change }
}
