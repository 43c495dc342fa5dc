import { expect } from 'vitest'
import { approvedCase as approvedAssessment } from '../approved-assessment.ts'
import { finishedAssessment, personWithApplication } from '../assessment-data.ts'
import { intakeInput } from '../application-data.ts'
import { approvedCase } from '../cases.ts'
import { issuedContract } from '../contract-data.ts'
import { papers } from '../intake-data.ts'
import { click, testToday, wholePath } from '../office.ts'
import { personInput, telkInput } from '../person-data.ts'
import { planInput } from '../plan-data.ts'
import type { Open } from './open.ts'

/** People. */
export async function people(open: Open): Promise<void> {
  const worker = await (await open()).as(...wholePath)
  const person = personInput()
  const { id } = await worker.people.create(click(person))
  await worker.people.update(click({ id, version: 1, data: { ...person, firstName: 'Петър' } }))
  const representative = { personId: id, id: null, version: null }
  await worker.people.saveRepresentative(
    click({
      ...representative,
      data: {
        kind: 'guardian',
        firstName: 'Анна',
        lastName: 'Петрова',
        documentKind: 'guardianshipCertificate',
      },
    }),
  )
  await worker.people.saveTelkDecision(click({ ...representative, data: telkInput() }))
  await worker.people.addNote(click({ personId: id, note: { kind: 'phone', text: 'Разговор' } }))
  await worker.people.revealId(click({ id }))
  const { id: otherId } = await worker.people.create(click(personInput()))
  await worker.people.keepApart(click({ personId: id, otherId }))
  await worker.people.undoApart(click({ personId: id, otherId }))
}

/** Applications. */
export async function applications(open: Open): Promise<void> {
  const office = await open()
  const clerk = await office.as('clerk')
  const head = await office.as('head')
  const worker = await office.as('socialWorker')
  const { id } = await clerk.applications.create(click(intakeInput()))
  await worker.applications.recordPreliminary(
    click({ id, version: 1, number: '12', date: testToday }),
  )
  const found = await clerk.applications.find({ id })
  await clerk.applications.update(
    click({ id, version: found.application.version, data: intakeInput() }),
  )
  const { version } = (await clerk.applications.find({ id })).application
  const decided = await head.applications.decide(
    click({ id, version, event: { kind: 'admit', overrideReason: '' } }),
  )
  expect(decided.state).toBe('admitted')
  const second = await clerk.applications.create(
    click(intakeInput({ documents: papers('applicationForm'), livesWith: null })),
  )
  const letter = await clerk.applications.step(
    click({ id: second.id, version: 1, event: { kind: 'askForDocuments', letterDate: testToday } }),
  )
  const back = await clerk.applications.undo(
    click({ id: second.id, version: letter.version, reason: '' }),
  )
  const one = { id: second.id, version: back.version }
  const taken = await worker.applications.take(click(one))
  await worker.applications.give(click({ ...one, version: taken.version, to: null, note: '' }))
  const pile = async (to: string | null) =>
    (await head.applications.pile({ question: {}, to })).fits
  const own = (await head.applications.colleagues({})).find(({ displayName }) =>
    / head$/.test(displayName),
  )
  await head.applications.takeMany(click({ cases: await pile(own?.id ?? '') }))
  await head.applications.giveMany(click({ cases: await pile(null), to: null, note: '' }))
}

/** Assessments and their methodology. */
export async function assessments(open: Open): Promise<void> {
  const office = await open()
  const worker = await office.as('socialWorker')
  const head = await office.as('head')
  const { applicationId } = await personWithApplication(office, worker)
  const first = await finishedAssessment(worker, applicationId)
  await head.assessments.sendBack(click({ ...first, reason: 'Още веднъж да се провери.' }))
  const { id, version } = await finishedAssessment(worker, applicationId)
  const { computedMinutes } = await worker.assessments.find({ id })
  await head.assessments.approve(
    click({ id, version, grantedMinutes: computedMinutes ?? 0, reason: '' }),
  )
  const next = await worker.assessments.newVersion(
    click({ id, updateReason: 'changeInCondition', updateReasonText: '' }),
  )
  await worker.assessments.discard(click({ id: next.id, version: 1 }))
  const [current] = await head.methodologies.list({})
  const from = await head.methodologies.find({ id: current?.id ?? '' })
  const data = { ...from.data, validFrom: testToday }
  const made = await head.methodologies.create(click({ fromId: from.id, data }))
  await head.methodologies.update(click({ id: made.id, version: 1, data }))
}

/** Plans. */
export async function plans(open: Open): Promise<void> {
  const office = await open()
  let worker = await office.as('socialWorker')
  const head = await office.as('head')
  const { personId, assessmentId } = await approvedAssessment(office, worker)
  const plan = planInput(assessmentId)
  const made = await worker.plans.create(click({ personId, plan }))
  const first = await worker.plans.prepare(click({ id: made.id, version: made.version }))
  const { id } = made
  const back = await head.plans.sendBack(
    click({ id, version: first.version, reason: 'Нова оценка с 20 ч.' }),
  )
  const changed = await worker.plans.update(click({ id, version: back.version, plan }))
  const ready = await worker.plans.prepare(click({ id, version: changed.version }))
  const approved = await head.plans.approve(click({ id, version: ready.version }))
  office.advance(24 * 3_600_000)
  worker = await office.as('socialWorker')
  const signed = await worker.plans.markSigned(
    click({ id, version: approved.version, signedOn: '2026-11-17', mode: 'person' }),
  )
  const reviewed = await worker.plans.review(
    click({
      ...{ id, version: signed.version },
      review: {
        reviewedOn: '2026-11-17',
        results: [{ result: 'partly', note: 'Къпе се веднъж седмично.' }],
        note: 'Планът остава.',
        nextReviewDate: '2027-05-17',
      },
    }),
  )
  await worker.plans.newVersion(click({ id, version: reviewed.version, validFrom: '2027-02-01' }))
}

/** Contracts and their papers. */
export async function contracts(open: Open): Promise<void> {
  const office = await open()
  const worker = await office.as(...wholePath)
  const head = await office.as('head')
  const clients = { worker, head }
  const issued = async () => issuedContract(clients, approvedCase(office.office).personId)
  const { personId } = approvedCase(office.office)
  const { input } = await worker.contracts.proposal({ personId })
  const draft = await worker.contracts.saveDraft(
    click({ id: null, version: null, personId, input: input! }),
  )
  await worker.contracts.deleteDraft(click({ id: draft.id, version: draft.version }))

  const one = await issued()
  const out = await worker.contracts.sendOut(click(one))
  const signing = {
    personSignedOn: testToday,
    providerSignedOn: testToday,
    mode: 'person' as const,
  }
  const signed = await worker.contracts.markSigned(
    click({ id: one.id, version: out.version, signing }),
  )
  await head.contracts.terminate(
    click({
      ...{ id: one.id, version: signed.version },
      termination: {
        ground: 'personRequest',
        onDate: '2026-11-30',
        reason: 'Писмено искане вх. № 12.',
      },
    }),
  )
  await head.contracts.annul(click({ ...(await issued()), reason: 'Издаден на друго лице.' }))

  const paperOf = async (id: string) => (await worker.contracts.find({ id })).paper!
  const { id } = await issued()
  const paper = await paperOf(id)
  await worker.papers.markPrinted(
    click({ id: paper.id, version: paper.version, as: { copies: 3, duplex: false } }),
  )
  await worker.papers.move(
    click({ id: paper.id, version: (await paperOf(id)).version, step: 'handOut' }),
  )
  const { version } = await paperOf(id)
  await worker.papers.markSigned(
    click({ id: paper.id, version, signedOn: testToday, mode: 'person' }),
  )
}
