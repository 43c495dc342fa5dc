import { afterEach, expect, test } from 'vitest'
import { can } from '#domain/accounts/permissions.ts'
import { lists } from '#domain/lists/register.ts'
import { village } from '../testing/project-data.ts'
import { eventsOf } from '../testing/answers.ts'
import { finishedAssessment, personWithApplication } from '../testing/assessment-data.ts'
import { intakeInput } from '../testing/application-data.ts'
import { candidateInput } from '../testing/candidate-data.ts'
import { approvedCase as approvedAssessment } from '../testing/approved-assessment.ts'
import { approvedCase } from '../testing/cases.ts'
import { papers } from '../testing/intake-data.ts'
import { issuedContract } from '../testing/contract-data.ts'
import { annexInput, draftEmployment, endInput, issuedEmployment, signedEmployment } from '../testing/employment-data.ts' // prettier-ignore
import {
  eventInput,
  exemptionInput,
  heldEvent,
  markAll,
  plannedEvent,
} from '../testing/event-data.ts'
import { fromFolder, onStick, snapshotNow } from '../testing/copies.ts'
import { click, openNewOffice, openOffice, secretOf, testOfficeInput, testPassword, testToday, wholePath, type RunningOffice } from '../testing/office.ts' // prettier-ignore
import { personInput, telkInput } from '../testing/person-data.ts'
import { planInput } from '../testing/plan-data.ts'
import { call, procedures } from '../testing/procedures.ts'
import { again, callingTwice, hasRequestId, onlyReading } from '../testing/twice.ts'

/**
 * Every writing procedure of the router with the same request twice: a double click, a lost answer.
 * The stories below only have to reach each once; the last test tells which were not reached.
 */

const tried = new Set<string>()
const running: RunningOffice[] = []
afterEach(async () => {
  for (const one of running.splice(0)) await one.dispose()
})
async function open(office: Promise<RunningOffice> = openOffice()) {
  const one = callingTwice(await office, tried)
  running.push(one)
  return one
}
const ownDay = { date: '2026-12-31', kind: 'off' as const, reason: 'Заповед № 1' }
const given = 'първа вода 7 камъка'

test('profiles, sheets and settings', async () => {
  const office = await open()
  const keeper = await office.as('administrator')
  const clerk = { displayName: 'Нова Колежкова', position: '', roles: ['clerk' as const] }
  const { id } = await keeper.accounts.create(click({ ...clerk, password: given }))
  await keeper.accounts.update(
    click({ ...clerk, id, version: 1, disabled: false, position: 'архивар' }),
  )
  await keeper.accounts.resetPassword(click({ id, password: 'нова река 48 камъка' }))
  const preferences = { screen: { theme: 'dark' } }
  await keeper.accounts.savePreferences({ preferences })
  await keeper.settings.add(
    click({
      ...{ key: 'applicationNumbersOwn', value: true },
      ...{ validFrom: testToday, source: 'Заповед № 1' },
    }),
  )
  const day = await keeper.calendar.save(click({ ...ownDay, id: null, version: null }))
  await keeper.calendar.remove(click(day))
  const { version } = await keeper.office.find({})
  await keeper.office.update(
    click({ version, data: { ...testOfficeInput, mayorTitle: 'кмет на община' } }),
  )
  await keeper.drafts.save({
    form: 'office',
    payload: { a: 1 },
    title: 'Служба',
    place: '/office',
  })
  await keeper.drafts.discard({ form: 'office' })
  await keeper.recovery.issueSheet({})
  const sheet = [...office.office.recoverySheets.values()][0]!
  await keeper.recovery.confirm(click({ group: sheet.code.split('-')[sheet.ask] ?? '' }))
  await eventsOf(keeper.keyring.change({ password: testPassword }))
})

test('log-in, lock, another password, the sheet', async () => {
  const office = await open()
  const keeper = await office.as('administrator')
  await keeper.recovery.issueSheet({})
  const { code } = [...office.office.recoverySheets.values()][0]!
  const client = office.stranger()
  const secret = await secretOf(client, 'head')
  await client.session.logIn(secret)
  await client.session.changePassword({ old: testPassword, new: 'своя река 12 моста' })
  await client.session.lock({})
  await client.session.unlock({ password: 'своя река 12 моста' })
  await client.session.logOut({})
  const { slotId } = await secretOf(client, 'head')
  await office.stranger().session.recover({ code, slotId, newPassword: given })
})

test('people', async () => {
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
})

test('applications', async () => {
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
})

test('candidates and their papers', async () => {
  const office = await open()
  const clerk = await office.as('clerk')
  const head = await office.as('head')
  const { id } = await clerk.candidates.create(click(candidateInput()))
  const data = candidateInput({ education: null })
  const { version } = await clerk.candidates.update(click({ id, version: 1, data }))
  const letter = await clerk.candidates.step(
    click({ id, version, event: { kind: 'askForDocuments', letterDate: testToday } }),
  )
  const back = await clerk.candidates.undo(click({ id, version: letter.version, reason: '' }))
  const ending = { date: testToday, reason: 'Липсва автобиография и диплома.' }
  const refused = await head.candidates.decide(
    click({
      ...{ id, version: back.version },
      event: { kind: 'refuse', ground: 'documentsNotProvided', ...ending },
    }),
  )
  await clerk.candidates.clearPapers(
    click({ id, version: refused.version, date: testToday, outcome: 'returned', note: '' }),
  )
})

test('assessments and their methodology', async () => {
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
})

test('plans', async () => {
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
})

test('contracts and their papers', async () => {
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
})

test('projects', async () => {
  const head = await (await open()).as('head')
  const made = await head.projects.save(click({ ...village, id: null, version: null }))
  await head.projects.remove(click({ id: made.id, version: 1 }))
})

test('labour contracts, what changes and what ends them', async () => {
  const office = await open()
  const head = await office.as('head')
  const entry = (await head.catalogue.find({ id: 'driver' })).data
  await head.catalogue.save(click({ ...entry, id: 'driver', version: 0 }))
  const gone = await draftEmployment(office, head)
  await head.employments.deleteDraft(click({ id: gone.id, version: gone.version }))
  const wrong = await issuedEmployment(office, head)
  const { paper } = await head.employments.find({ id: wrong.id })
  await head.papers.markPrinted(click({ id: paper!.id, version: paper!.version }))
  const out = await head.employments.sendOut(click({ id: wrong.id, version: wrong.version }))
  await head.employments.annul(
    click({ id: wrong.id, version: out.version, reason: 'Сбъркано е името' }),
  )
  const { id, ...one } = await signedEmployment(office, head)
  const annex = async () =>
    head.employments.saveAnnex(
      click({ id: null, version: null, employmentId: id, input: annexInput() }),
    )
  await head.employments.removeAnnex(click(await annex()))
  const bad = await annex()
  const issuedBad = await head.employments.issueAnnex(click(bad))
  await head.employments.annulAnnex(
    click({ id: bad.id, version: issuedBad.version, reason: 'Сбъркани са часовете' }),
  )
  const good = await annex()
  const issuedGood = await head.employments.issueAnnex(click(good))
  const signing = { signedOn: testToday }
  await head.employments.markAnnexSigned(
    click({ id: good.id, version: issuedGood.version, signing }),
  )
  const suspension = { fromDate: testToday, reason: 'Неплатен отпуск по молба' }
  const stopped = await head.employments.suspend(click({ id, version: one.version, suspension }))
  const resumption = { onDate: testToday }
  const going = await head.employments.resume(click({ id, version: stopped.version, resumption }))
  const sent = { sentOn: testToday, reference: '22388263' }
  const told = await head.employments.noticeSent(
    click({ id, version: going.version, event: 'begin', annexId: null, sent }),
  )
  await head.employments.printNotice({ id, event: 'begin', annexId: null })
  await head.employments.printSheet({ id, sheet: 'jobDescription' })
  await head.employments.end(click({ id, version: told.version, end: endInput }))
})

test('trainings, who was there, certificates, and who need not come', async () => {
  const office = await open()
  const head = await office.as('head')
  const { id, version, personIds } = await heldEvent(office, head)
  const [one] = (await head.events.find({ id })).people
  const participantIds = [one!.id]
  await head.events.certify(click({ id, version, participantIds, date: testToday }))
  await head.events.printPresence({ id })
  const [certified] = (await head.events.find({ id })).people
  await head.events.annulCertificate(
    click({ id: certified!.id, version: certified!.version, reason: 'Сбъркано е името на лицето' }),
  )
  const planned = await plannedEvent(office, head, { kind: 'supervision' }, personIds)
  const other = await signedEmployment(office, head)
  const more = { id: planned.id, version: planned.version, personIds: [other.personId] }
  const joined = await head.events.join(click(more))
  const { people } = await head.events.find({ id: planned.id })
  const left = await head.events.leave(
    click({ id: planned.id, version: joined.version, participantId: people[0]!.id }),
  )
  const marked = await markAll(head, { id: planned.id, version: left.version })
  const findings = 'Групата иска повече срещи.'
  const found = await head.events.saveFindings(
    click({ id: planned.id, version: marked.version, findings }),
  )
  const reason = 'Супервизорът е възпрепятстван'
  await head.events.cancel(click({ id: planned.id, version: found.version, reason }))
  const support = await head.events.save(
    click({ id: null, version: null, input: eventInput({ kind: 'psychological' }) }),
  )
  const note = { eventId: support.id, noteId: null, version: null, text: 'Само за мен.' }
  await head.events.saveNote(click(note))
  await head.events.exempt(click({ ...exemptionInput, personIds }))
  const [exempt] = (await head.events.ofPerson({ personId: personIds[0]! })).exemptions
  await head.events.removeExemption(click({ id: exempt!.id, version: exempt!.version }))
  await head.events.saveMentorship(
    click({
      ...{ id: null, version: null, personId: personIds[0]!, mentorId: other.personId },
      ...{ fromDate: testToday, toDate: '2027-05-15' },
    }),
  )
})

test.each(Object.values(lists))('the list of $id, handed out and printed', async (list) => {
  const office = await open()
  const asked = await (can(wholePath, list.permission)
    ? office.as(...wholePath)
    : office.as('administrator'))
  const question = {}
  await call(asked, `${list.id}.exportList`, { question, language: 'bg', format: 'json' })
  await call(asked, `${list.id}.printList`, { question })
})

test('copies, checks and the journal', async () => {
  const office = await open()
  const head = await office.as('head')
  const place = office.folder()
  const made = (await eventsOf(head.backup.make({ place }))).at(-1)
  if (made?.kind !== 'done') throw new Error('no copy was made')
  const { id: copyId, mediumId } = made.copy as { id: string; mediumId: string }
  await eventsOf(head.backup.check({ copyId }))
  await head.backup.renameMedium(click({ mediumId, name: 'Синият' }))
  await eventsOf(head.health.verify({}))
  await eventsOf(head.audit.verify({}))
  const { upTo } = await head.audit.journal({ filter: {}, offset: 0, limit: 1 })
  await eventsOf(head.audit.exportJournal({ filter: {}, upTo, language: 'bg' }))
})

test('a restore, its numbers, its undoing, and what it put aside', async () => {
  const office = await open()
  const worker = await office.as(...wholePath)
  const head = await office.as('head')
  await issuedContract({ worker, head }, approvedCase(office.office).personId)
  const source = { kind: 'snapshot' as const, name: await snapshotNow(office) }
  const secret = await secretOf(head, 'head')
  await eventsOf(head.restore.trial({ source, secret }))
  await eventsOf(head.restore.run({ source, secret }))
  await head.session.logIn(secret)
  const { registers } = await head.restore.numbers({})
  const typed = registers.map(({ register, year, lastNumber }) => ({
    ...{ register, year, lastOnPaper: lastNumber + 2 },
  }))
  await head.restore.confirmNumbers(click({ registers: typed }))
  await eventsOf(head.restore.undo({ secret }))
  await head.session.logIn(secret)
  const [aside] = (await head.backup.overview({})).asides
  await head.backup.removeAside(click({ name: aside!.name }))
})

test('an office that is set up, and one that is brought back to a fresh computer', async () => {
  const first = await open(openNewOffice())
  await first.stranger().office.setUp({
    office: testOfficeInput,
    account: { displayName: 'Първа', position: null },
    password: testPassword,
  })
  const folder = onStick(first, await snapshotNow(first))
  const slots = await first.stranger().session.current({})
  const slotId = slots.status === 'new' ? '' : (slots.profiles[0]?.slotId ?? '')
  const fresh = (await open(openNewOffice())).stranger()
  const secret = { slotId, password: testPassword }
  await eventsOf(fresh.rescue.run({ source: fromFolder(folder), secret }))
})

test('no writing procedure of the router was left out', () => {
  const writing = procedures.filter(
    ({ name, meta }) => meta.kind !== 'read' && !onlyReading.includes(name),
  )
  const untold = writing.filter((one) => !hasRequestId(one) && !(one.name in again))
  expect(untold.map(({ name }) => name)).toEqual([])
  expect(writing.flatMap(({ name }) => (tried.has(name) ? [] : [name]))).toEqual([])
})
