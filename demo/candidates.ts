import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import { noPapers, type CandidateIntakeInput } from '#domain/candidates/intake.ts'
import { candidateChecklist } from '#domain/candidates/rules.ts'
import {
  demoCandidates,
  egnOfCandidate,
  type CandidateStep,
  type DemoCandidate,
} from './candidates-data.ts'
import type { Opened } from './case.ts'
import type { Desk } from './desk.ts'
import { municipality, places, region } from './places.ts'
import { playCard } from './selections.ts'

/** What is done with candidates on each day of the office. */
export type CandidateDays = (day: CivilDate) => Promise<void>

/** The candidates, each entered and decided on its own days. */
export function planCandidates(desk: Desk): CandidateDays {
  const work = new Map<CivilDate, (() => Promise<void>)[]>()
  const put = (day: CivilDate, task: () => Promise<void>) => {
    const due = addWorkingDays(day, 0)
    const on = due > desk.end ? desk.end : due
    work.set(on, [...(work.get(on) ?? []), task])
  }
  demoCandidates.forEach((one, index) => {
    const came = addDays(desk.end, -one.came)
    let opened: Opened | undefined
    put(came, async () => {
      const { id } = await desk.clerk.candidates.create(
        desk.click(inputOf(one, desk.clock.day, index)),
      )
      opened = { id, version: 1 }
    })
    for (const step of one.steps)
      put(addDays(came, step.after), async () => {
        if (opened) opened = await take(desk, opened, step)
      })
  })
  return async (day) => {
    for (const task of work.get(day) ?? []) {
      desk.clock.tick()
      await task()
    }
  }
}

function inputOf(one: DemoCandidate, day: CivilDate, index: number): CandidateIntakeInput {
  const place = places.find(({ name }) => name === one.village)
  if (!place) throw new Error(`no map of the office shows ${one.village}`)
  const address = {
    region,
    municipality,
    settlementKind: place.kind,
    settlement: place.name,
    street: 'Липа',
    streetNumber: String(4 + index),
    postCode: place.postCode,
  }
  const [firstName, middleName, lastName] = one.name
  const { campaign = '' } = one.own
  const input: CandidateIntakeInput = {
    entryNumber: `ЛА-${String(11 + index)}`,
    entryDate: day,
    regime: 'assistantSupport',
    known: null,
    person: {
      ...{ idKind: 'egn', idNumber: egnOfCandidate(one), firstName, middleName, lastName },
      ...{ birthDate: null, sex: null, idCardNumber: null, idCardIssuedOn: null },
      ...{ currentAddress: address, permanentSame: 'yes', permanentAddress: address },
      phone: `0888 001 ${String(110 + index)}`,
    },
    position: 'socialAssistant',
    namedPerson: '',
    kinship: null,
    labourStatus: 'unemployed',
    education: 'secondary',
    experienceMonths: null,
    trainings: [],
    otherContract: 'none',
    weekdays: [1, 2, 3, 4, 5],
    dailyMinutes: 240,
    villages: [one.village],
    hasCar: 'no',
    climbsStairs: 'yes',
    refusedActs: [],
    declarations: {
      capable: true,
      noConviction: true,
      noViolenceMeasures: true,
      privacyNotice: true,
    },
    documents: noPapers(),
    note: '',
    ...one.own,
    campaign: campaign === '' ? '' : `${campaign} ${day.slice(0, 4)}`,
  }
  for (const { type, needed } of candidateChecklist({ ...input, documents: [] }))
    if (needed && one.without?.includes(type) !== true) input.documents[type].present = true
  return input
}

async function take(desk: Desk, opened: Opened, step: CandidateStep): Promise<Opened> {
  const { clerk, head, click, clock } = desk
  const { after: _after, ...what } = step
  const date = clock.day
  switch (what.kind) {
    case 'askForDocuments':
      return clerk.candidates.step(
        click({ ...opened, event: { kind: what.kind, letterDate: date } }),
      )
    case 'withdraw':
    case 'close':
      return clerk.candidates.step(click({ ...opened, event: { ...what, date } }))
    case 'admit':
      return head.candidates.decide(click({ ...opened, event: { kind: what.kind } }))
    case 'refuse':
      return head.candidates.decide(click({ ...opened, event: { ...what, date } }))
    case 'enterPool':
    case 'employ':
      return head.candidates.decide(click({ ...opened, event: { kind: what.kind, date } }))
    case 'select': {
      const moved = await playCard(desk, opened.id, what.card)
      return { ...opened, version: opened.version + moved }
    }
    case 'clearPapers':
      return clerk.candidates.clearPapers(
        click({ ...opened, date, outcome: 'both', note: what.note }),
      )
  }
}
