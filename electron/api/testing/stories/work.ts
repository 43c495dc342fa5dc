import { addDays } from '#domain/calendar/civil-date.ts'
import { eventsOf } from '../answers.ts'
import { assignedPair, changeInput, choiceInput, keyInput } from '../assignment-data.ts'
import { candidateInput } from '../candidate-data.ts'
import { approvedCase } from '../cases.ts'
import {
  annexInput,
  draftEmployment,
  endInput,
  issuedEmployment,
  signedEmployment,
} from '../employment-data.ts'
import { eventInput, exemptionInput, heldEvent, markAll, plannedEvent } from '../event-data.ts'
import { click, testToday, wholePath } from '../office.ts'
import { telkInput } from '../person-data.ts'
import { village } from '../project-data.ts'
import { begunCard, wholeAnswers } from '../selection-data.ts'
import type { Open } from './open.ts'

/** Candidates and their papers. */
export async function candidates(open: Open): Promise<void> {
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
}

/** Projects. */
export async function projects(open: Open): Promise<void> {
  const head = await (await open()).as('head')
  const made = await head.projects.save(click({ ...village, id: null, version: null }))
  await head.projects.remove(click({ id: made.id, version: 1 }))
}

/** Labour contracts, what changes and what ends them. */
export async function labourContracts(open: Open): Promise<void> {
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
}

/** Letters to whom something of theirs ends. */
export async function letters(open: Open): Promise<void> {
  const office = await open()
  const worker = await office.as(...wholePath)
  const { personId } = approvedCase(office.office, { person: { birthDate: '1990-02-03' } })
  const data = telkInput({ validUntil: addDays(testToday, 20) })
  await worker.people.saveTelkDecision(click({ personId, id: null, version: null, data }))
  const order = { date: testToday, answerBy: null, again: false, addresses: [] }
  await eventsOf(worker.letters.write({ question: { filters: { kind: 'telk' } }, ...order }))
}

/** Assignments: chosen, changed, ended, taken back; a key of the home. */
export async function assignments(open: Open): Promise<void> {
  const office = await open()
  const head = await office.as(...wholePath)
  const { personId, applicationId, first, second, ...one } = await assignedPair(office, head)
  const choice = { id: null, version: null, applicationId, input: choiceInput(first.id) }
  await head.assignments.removeChoice(click(await head.assignments.recordChoice(click(choice))))
  await head.assignments.issueChoice(click(await head.assignments.recordChoice(click(choice))))
  const change = changeInput(second.id, addDays(testToday, 1))
  const changed = await head.assignments.change(click({ id: one.id, version: one.version, change }))
  const ending = { onDate: addDays(testToday, 3), reason: 'Лицето постъпва в болница' }
  const ended = await head.assignments.end(
    click({ id: changed.newAssignmentId, version: 1, ending }),
  )
  const reason = 'Сбъркан е асистентът'
  await head.assignments.takeBack(click({ id: ended.id, version: ended.version, reason }))
  const key = { personId, employmentId: first.id, input: keyInput }
  const given = await head.assignments.giveKey(click(key))
  const returning = { returnedOn: testToday }
  await head.assignments.returnKey(click({ ...given, returning }))
}

/** The selection of a candidate: chosen, and out. */
export async function selections(open: Open): Promise<void> {
  const office = await open()
  const worker = await office.as('socialWorker')
  const head = await office.as('head')
  const hall = { on: testToday, minute: 570, place: 'Залата на общината' }
  const { id, version } = await begunCard(office, worker)
  const invited = await worker.selections.invite(click({ id, version, ...hall }))
  const came = { id, version: invited.version, came: 'yes' as const, note: '' }
  const there = await worker.selections.interviewed(click(came))
  const answers = wholeAnswers()
  const saved = await worker.selections.save(click({ id, version: there.version, answers }))
  const finished = await worker.selections.finish(click({ id, version: saved.version }))
  const reason = 'Още веднъж да се провери опитът.'
  const back = await worker.selections.reopen(click({ id, version: finished.version, reason }))
  const again = await worker.selections.finish(click({ id, version: back.version }))
  const points = { id, version: again.version, points: 25, comment: '' }
  const given = await head.selections.commission(click(points))
  await head.selections.approve(click({ id, version: given.version }))
  const other = await begunCard(office, worker)
  const asked = await worker.selections.invite(
    click({ id: other.id, version: other.version, ...hall }),
  )
  const missed = await worker.selections.interviewed(
    click({ id: other.id, version: asked.version, came: 'no' as const, note: '' }),
  )
  await head.selections.dropOut(click({ id: other.id, version: missed.version, reason }))
}

/** Trainings: who was there, certificates, and who need not come. */
export async function trainings(open: Open): Promise<void> {
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
}
