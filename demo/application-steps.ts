import {
  emptyDocuments,
  emptyRepresentative,
  emptyTelk,
  usualPresentation,
  type IntakeInput,
} from '#domain/applications/intake.ts'
import type { ApplicationInput, DocumentType, DropOutReason } from '#domain/applications/schema.ts'
import { addDays, ageOn } from '#domain/calendar/civil-date.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import type { Case, Opened } from './case.ts'
import type { Client } from './desk.ts'

/** The municipality's own register of incoming letters: numbers rise, and most are not ours. */
export function createRegister(): (day: CivilDate, skip: number, series?: string) => string {
  const last = new Map<string, number>()
  return (day, skip, series = '94') => {
    const register = `${series} ${day.slice(0, 4)}`
    const next = (last.get(register) ?? Number(day.slice(5, 7)) * 40) + skip
    last.set(register, next)
    return `${series}-${String(next)}`
  }
}

const needs = [
  'Помощ при къпане и обличане, пазаруване и готвене.',
  'Не може да излиза само, има нужда от придружаване до лекар и до пощата.',
  'Помощ при ставане, тоалет и хранене.',
  'Чистене, носене на дърва, пране и пазаруване.',
  'Някой да бъде при лицето, докато близките са на работа.',
] as const

/** Which papers the applicant brought on the first day. */
export type Brought = 'everything' | 'notAll'

function documentsFor(one: Case, brought: Brought): IntakeInput['documents'] {
  const documents = emptyDocuments()
  const { person, wish, entry } = one
  const child = ageOn(person.person.birthDate, entry) < 14
  const given: DocumentType[] = [
    'applicationForm',
    'privacyNotice',
    child ? 'birthCertificate' : 'idCard',
    person.telk ? 'telkDecision' : 'medicalDocument',
  ]
  if (wish.representative) given.push('representativeId')
  if (wish.representative === 'proxy') given.push('powerOfAttorney')
  if (wish.representative === 'guardian' || wish.representative === 'curator')
    given.push('guardianshipCertificate')
  const kept = brought === 'everything' ? given : given.slice(0, -1).filter((one) => one !== 'privacyNotice') // prettier-ignore
  for (const type of kept)
    documents[type] = {
      ...documents[type],
      present: true,
      presentedAs: usualPresentation(type),
      number: type === 'telkDecision' ? (person.telk?.number ?? '') : '',
      date: type === 'telkDecision' ? (person.telk?.decidedOn ?? null) : null,
    }
  return documents
}

function intakeFor(
  one: Case,
  brought: Brought,
  known: { personId: string; representativeId: string | null; entryNumber: string },
): IntakeInput {
  const { person, wish, random, entry } = one
  const patronage = random.chance(12)
  const filedBy: ApplicationInput['filedBy'] =
    wish.representative ?? (person.person.currentAddress.settlementKind === 'village' && random.chance(40) ? 'mayoralty' : 'inPerson') // prettier-ignore
  const { currentAddress } = person.person
  const address = {
    settlementKind: currentAddress.settlementKind,
    settlement: currentAddress.settlement,
    municipality: currentAddress.municipality ?? null,
    region: currentAddress.region ?? null,
  }
  return {
    drawNumber: false,
    entryNumber: known.entryNumber,
    entryDate: entry,
    regime: 'assistantSupport',
    service: 'assistantSupport',
    filedBy,
    representativeId: known.representativeId,
    known: { id: known.personId, version: null },
    eligibilityGroup:
      wish.ageGroup === 'child' ? 'disabledChild' : person.telk ? 'disabledAdult' : 'overWorkingAge', // prettier-ignore
    livesWith: brought === 'notAll' && random.chance(50) ? null : person.livesWith,
    householdSize: person.householdSize,
    relativesNearby: random.pick(['yes', 'yes', 'no', 'unknown'] as const),
    usesOtherService: patronage ? 'yes' : 'no',
    otherServices: patronage
      ? [
          {
            kind: 'socialPatronage',
            provider: 'Домашен социален патронаж – Примерна',
            reference: '',
            from: addDays(entry, -random.whole(60, 900)),
            until: null,
          },
        ]
      : [],
    preferredAssistant: random.chance(35) ? one.assistant : '',
    kinship: random.chance(80) ? 'none' : 'other',
    substituteAssistant: '',
    preferredHours: random.pick(['', 'сутрин', 'сутрин до обед', 'следобед', 'всеки делничен ден']),
    needsDescription: random.pick(needs),
    generalPractitioner: person.person.gp ?? '',
    emergencyContactName: person.relative.name,
    emergencyContactPhone: person.relative.phone,
    preliminaryAssessmentNumber: '',
    preliminaryAssessmentDate: null,
    declarations: { truth: true, homeAccess: true, noDoubleSupport: !patronage, privacyNotice: true },
    documents: documentsFor(one, brought),
    note: '',
    person: {
      idKind: person.person.idKind,
      idNumber: person.person.idNumber,
      firstName: person.person.firstName,
      middleName: person.person.middleName ?? null,
      lastName: person.person.lastName,
      birthDate: person.person.birthDate,
      sex: person.person.sex,
      idCardNumber: null,
      idCardIssuedOn: null,
      currentAddress: address,
      permanentSame: 'yes',
      permanentAddress: address,
      phone: null,
    },
    representative: emptyRepresentative,
    telk: emptyTelk,
  } // prettier-ignore
}

/** The dossier and the application on the day somebody comes to the counter. */
export async function register(
  one: Case,
  brought: Brought,
  entryNumber: string,
): Promise<IntakeInput> {
  const { desk, person, random } = one
  // The clerk sees no diagnosis: a social worker takes in what comes with one to be written down.
  const at: Client = random.chance(55) ? one.worker.client : desk.clerk
  const made = await at.people.create(desk.click(person.person))
  one.personId = made.id
  let representativeId: string | null = null
  if (person.representative) {
    const saved = await at.people.saveRepresentative(
      desk.click({ personId: made.id, id: null, version: null, data: person.representative }),
    )
    representativeId = saved.id
  }
  if (person.telk)
    await at.people.saveTelkDecision(
      desk.click({ personId: made.id, id: null, version: null, data: person.telk }),
    )
  desk.clock.tick()
  const intake = intakeFor(one, brought, { personId: made.id, representativeId, entryNumber })
  const taken = await at.applications.create(desk.click(intake))
  one.application = { id: taken.id, version: 1 }
  // Who takes in and leads cases answers for the case; the clerk's is nobody's until it is taken.
  one.led = at !== desk.clerk
  return intake
}

/** Assessment and contract move the application too: then its version is asked for. */
async function versionOf({ application, assessment, desk }: Case): Promise<number> {
  if (assessment.id === '') return application.version
  return (await desk.clerk.applications.edit({ id: application.id })).version
}

/** Does the step and keeps the version it answers with. */
async function step(one: Case, act: (opened: Opened) => Promise<{ version: number }>) {
  const { id } = one.application
  const { version } = await act({ id, version: await versionOf(one) })
  one.application = { id, version }
}

export async function bringTheRest(one: Case, intake: IntakeInput): Promise<void> {
  const { desk } = one
  const data = {
    ...intake,
    livesWith: one.person.livesWith,
    documents: documentsFor(one, 'everything'),
  }
  await step(one, (opened) => desk.clerk.applications.update(desk.click({ ...opened, data })))
}

export async function askForDocuments(one: Case): Promise<void> {
  const { desk, day } = one
  const event = { kind: 'askForDocuments' as const, letterDate: day }
  await step(one, (opened) => desk.clerk.applications.step(desk.click({ ...opened, event })))
}

/** № and date of the preliminary assessment, from the office that makes them. */
export async function notePreliminary(one: Case, number: string): Promise<void> {
  const { desk, day } = one
  const date = one.random.chance(50) ? day : one.entry
  await step(one, (opened) =>
    desk.clerk.applications.recordPreliminary(desk.click({ ...opened, number, date })),
  )
}

export async function admit(one: Case): Promise<void> {
  const { desk } = one
  const event = { kind: 'admit' as const, overrideReason: '' }
  await step(one, (opened) => desk.head.applications.decide(desk.click({ ...opened, event })))
}

/** The provider has as many clients as it may (ЗСУ чл. 79); `placeFreed` calls the person back. */
export async function queue(one: Case, kind: 'enterWaitingList' | 'placeFreed'): Promise<void> {
  const { desk, worker } = one
  await step(one, (opened) =>
    worker.client.applications.step(desk.click({ ...opened, event: { kind } })),
  )
}

/** „Поеми“: nobody visits a home for a case that is nobody's. */
async function takeOver(one: Case): Promise<void> {
  if (one.led) return
  const { desk, worker } = one
  await step(one, (opened) => worker.client.applications.take(desk.click(opened)))
  one.led = true
}

export async function sendToAssessment(one: Case): Promise<void> {
  const { desk, worker } = one
  await takeOver(one)
  const event = { kind: 'sendToAssessment' as const }
  await step(one, (opened) => worker.client.applications.step(desk.click({ ...opened, event })))
}

const refusals = {
  serviceNotOffered:
    'Нуждата е от ежедневна медицинска грижа, каквато услугата не предоставя. Насочване към хоспис.',
  needsCannotBeMet:
    'Нужен е денонощен надзор, който услугата не може да осигури. Предложена е резидентна грижа.',
} as const

export async function refuse(one: Case, ground: keyof typeof refusals): Promise<void> {
  const { desk, day } = one
  const event = { kind: 'refuse' as const, ground, date: day, reason: refusals[ground] }
  await step(one, (opened) => desk.head.applications.decide(desk.click({ ...opened, event })))
}

const dropOuts: Record<DropOutReason, string> = {
  withdrawn: 'Оттегля заявлението, близките поемат грижата.',
  died: '',
  notFound: 'Две посещения на адреса, никой не отваря; съседите не знаят къде е лицето.',
  refusedAssessment: 'Не допуска оценителите в дома си и отказва разговор.',
  documentsNotProvided: 'Документите не са представени в срока от писмото.',
  movedAway: 'Премества се при дъщеря си в друга община.',
}

export async function dropOut(one: Case, why: DropOutReason): Promise<void> {
  const { desk, day } = one
  const date = why === 'died' ? addDays(day, -one.random.whole(1, 9)) : day
  const event = { kind: 'dropOut' as const, why, date, reason: dropOuts[why] }
  await step(one, (opened) => desk.clerk.applications.step(desk.click({ ...opened, event })))
}

export async function close(one: Case): Promise<void> {
  const { desk } = one
  const event = { kind: 'close' as const }
  await step(one, (opened) => desk.clerk.applications.step(desk.click({ ...opened, event })))
}
