import { legalGrounds, payUnits } from '#domain/employments/schema.ts'
import { expiringKinds } from '#domain/expiring/list.ts'
import { signingModes } from '#domain/papers/parties.ts'
import type { FactValues } from './conditions.ts'

/** How a merge field is printed. */
export interface MergeField {
  /** Names of parties and the like stand in bold. */
  strong?: boolean
  /** Width of the dotted line when the value is absent, in ems; default 12. */
  blank?: number
}

/** What a standard text of one kind may speak of. */
export interface Catalogue {
  fields: Readonly<Record<string, MergeField>>
  facts: FactValues
  /** Persons whose sex chooses a form: `{client.sex|…|…}`. */
  sexFacts: readonly string[]
  /** Fields without which a text of this kind is no such paper. */
  required: readonly string[]
}

const parties = {
  place: { blank: 10 },
  'paper.number': { blank: 8 },
  'paper.date': { blank: 8 },
  service: {},
  ownWish: { blank: 30 },
  'provider.municipality': { strong: true },
  'provider.eik': {},
  'provider.address': { blank: 20 },
  'provider.office': {},
  'signatory.name': { strong: true, blank: 18 },
  'signatory.position': {},
  'signatory.authorisation': { blank: 12 },
  'client.name': { strong: true, blank: 22 },
  'client.identifier': { blank: 10 },
  'client.idCard': { blank: 24 },
  'client.address': { blank: 24 },
  'client.phone': { blank: 9 },
  'representative.name': { strong: true, blank: 22 },
  'representative.identifier': { blank: 10 },
  'representative.address': { blank: 24 },
  'representative.phone': { blank: 9 },
  'representative.document': { blank: 24 },
  'representative.word': {},
  'caseManager.name': { blank: 16 },
  'caseManager.position': { blank: 12 },
} satisfies Record<string, MergeField>

const partyFacts = {
  signing: signingModes,
  representative: ['none', 'parent', 'guardian', 'curator', 'proxy'],
  signatory: ['mayor', 'authorised'],
  ownWish: ['recorded', 'none'],
} satisfies FactValues

const sexFacts = ['client.sex', 'representative.sex'] as const

export const contractCatalogue: Catalogue = {
  fields: {
    ...parties,
    legalBasis: {},
    'client.birthCertificate': { blank: 12 },
    'entitlement.document': { blank: 24 },
    'basis.application': { blank: 10 },
    'basis.preliminary': { blank: 10 },
    'basis.assessment': { blank: 10 },
    'basis.plan': { blank: 10 },
    'subject.placeOfService': {},
    'volume.month': { strong: true },
    'volume.week': { strong: true },
    'volume.day': {},
    'volume.dailyLimit': {},
    'term.start': { strong: true },
    'term.end': { strong: true },
    'fee.amount': { strong: true },
    'fee.basis': { blank: 24 },
    'caseManager.phone': { blank: 9 },
    'assistant.titular': { blank: 20 },
    'assistant.substitute': { blank: 20 },
    'privacy.officer': { blank: 24 },
    'complaints.addressee': { blank: 20 },
    copies: {},
  },
  facts: {
    ...partyFacts,
    identity: ['card', 'birthCertificate'],
    entitlement: ['overWorkingAge', 'disabled', 'unknown'],
    entitlementDocument: ['recorded', 'none'],
    preliminary: ['recorded', 'none'],
    fee: ['due', 'none'],
    term: ['short', 'medium', 'long'],
    assistants: ['one', 'more'],
    substitute: ['named', 'none'],
    officer: ['named', 'none'],
    copies: ['one', 'two', 'more'],
  },
  sexFacts,
  required: [
    'provider.municipality',
    'client.name',
    'client.identifier',
    'basis.assessment',
    'volume.month',
    'term.start',
    'term.end',
  ],
}

export const planCatalogue: Catalogue = {
  fields: {
    ...parties,
    'basis.assessment': { blank: 10 },
    'plan.start': {},
    'plan.end': {},
    'plan.review': {},
    'volume.month': { strong: true },
  },
  facts: { ...partyFacts },
  sexFacts,
  required: [],
}

export const assessmentCatalogue: Catalogue = {
  fields: {
    ...parties,
    'basis.application': { blank: 10 },
    'methodology.name': {},
    'methodology.approval': { blank: 20 },
  },
  facts: { ...partyFacts, outcome: ['done', 'refused', 'notFound'] },
  sexFacts,
  required: [],
}

/** Labour and civil contracts, what changes and what ends them. */
export const employmentCatalogue: Catalogue = {
  fields: {
    place: { blank: 10 },
    'paper.number': { blank: 8 },
    'paper.date': { blank: 8 },
    'provider.municipality': { strong: true },
    'provider.eik': {},
    'provider.address': { blank: 20 },
    'provider.office': {},
    'signatory.name': { strong: true, blank: 18 },
    'signatory.position': {},
    'signatory.authorisation': { blank: 12 },
    'employee.name': { strong: true, blank: 22 },
    'employee.identifier': { blank: 10 },
    'employee.idCard': { blank: 24 },
    'employee.address': { blank: 24 },
    'employee.phone': { blank: 9 },
    'employee.education': { blank: 24 },
    'position.name': { strong: true, blank: 16 },
    'position.code': { blank: 8 },
    programme: { blank: 24 },
    task: { blank: 30 },
    'work.place': { blank: 24 },
    'term.start': { strong: true },
    'term.end': { strong: true, blank: 8 },
    'term.probation': {},
    'time.day': { strong: true, blank: 10 },
    'time.week': { blank: 8 },
    'time.averaging': {},
    'time.schedule': { blank: 16 },
    'pay.amount': { strong: true, blank: 20 },
    'leave.days': { blank: 4 },
    'notice.days': { blank: 4 },
    'contract.reference': {},
    'annex.from': { strong: true },
    'end.on': { strong: true },
    'end.article': { strong: true },
    'end.ground': {},
    'end.reason': {},
    'end.payments': { blank: 40 },
    'notice.sent': { blank: 8 },
    'notice.reference': { blank: 12 },
    received: { blank: 8 },
    began: { blank: 8 },
    copies: {},
  },
  facts: {
    signatory: ['mayor', 'authorised'],
    contract: ['labour', 'civil'],
    ground: legalGrounds,
    help: ['given', 'none'],
    programme: ['named', 'none'],
    probation: ['set', 'none'],
    averaging: ['months', 'daily'],
    end: ['set', 'open'],
    payUnit: payUnits,
    hours: ['changed', 'same'],
    pay: ['changed', 'same'],
    programmeChange: ['changed', 'same'],
    placeChange: ['changed', 'same'],
    endChange: ['changed', 'same'],
    reason: ['named', 'none'],
  },
  sexFacts: ['employee.sex'],
  required: ['provider.municipality', 'employee.name', 'employee.identifier'],
}

/** Letters about what ends. */
export const letterCatalogue: Catalogue = {
  fields: {
    'paper.number': { blank: 8 },
    'paper.date': { blank: 8 },
    'provider.office': {},
    'provider.address': { blank: 20 },
    'provider.phone': { blank: 9 },
    'answer.by': { strong: true },
  },
  facts: {
    ...Object.fromEntries(expiringKinds.map((kind) => [kind, ['named', 'none']] as const)),
    answer: ['asked', 'none'],
    phone: ['known', 'none'],
  },
  sexFacts: [],
  required: ['paper.number'],
}

/** The choice of an assistant, and a change of one. */
export const assignmentCatalogue: Catalogue = {
  fields: {
    ...parties,
    'basis.application': { blank: 10 },
    'choice.wish': { strong: true },
    'choice.wishReason': {},
    'choice.chosen': { strong: true },
    'choice.chosenContract': {},
    'choice.substitute': { strong: true },
    'choice.substituteContract': {},
    'choice.statement': {},
    'change.leaving': { strong: true },
    'change.leavingContract': {},
    'change.lastDay': { strong: true },
    'change.coming': { strong: true },
    'change.comingContract': {},
    'change.from': { strong: true },
    'change.to': { strong: true },
    'change.hours': { strong: true },
    'change.reason': {},
  },
  facts: {
    ...partyFacts,
    wish: ['told', 'asked'],
    honoured: ['yes', 'no'],
    substitute: ['named', 'none'],
    statement: ['told', 'none'],
    role: ['titular', 'substitute'],
    term: ['open', 'set'],
  },
  sexFacts,
  required: ['client.name', 'client.identifier'],
}

/** Certificates of trainings. */
export const eventCatalogue: Catalogue = {
  fields: {
    place: { blank: 10 },
    'paper.number': { blank: 8 },
    'paper.date': { blank: 8 },
    'provider.municipality': {},
    'provider.office': {},
    'participant.name': { strong: true, blank: 22 },
    'participant.identifier': { blank: 10 },
    'event.topic': { strong: true, blank: 24 },
    'event.programme': { blank: 24 },
    'event.first': {},
    'event.last': {},
    'event.hours': { strong: true },
    'event.attended': {},
    'event.leader': { blank: 18 },
  },
  facts: { programme: ['named', 'none'], days: ['one', 'several'] },
  sexFacts: [],
  required: ['participant.name', 'participant.identifier', 'event.topic'],
}

export const catalogues = {
  contract: contractCatalogue,
  plan: planCatalogue,
  assessment: assessmentCatalogue,
  employment: employmentCatalogue,
  letter: letterCatalogue,
  assignment: assignmentCatalogue,
  event: eventCatalogue,
} as const
