import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { addDays } from '#domain/calendar/civil-date.ts'
import { assignmentViews } from '#domain/assignments/list.ts'
import { assignmentsOfCase } from '#db/queries/assignments.ts'
import { papersOfPerson } from '#db/queries/papers.ts'
import { getPerson, updatePerson } from '#db/queries/people.ts'
import { KeptStatements } from '#db/statements.ts'
import { numbersOfSubject } from '#db/queries/registry-numbers.ts'
import type { PersonData } from '#domain/people/schema.ts'
import { readPdf } from '#papers/testing/read-pdf.ts'
import {
  assignedPair,
  assignmentInput,
  changeInput,
  keyInput,
  pairOf,
} from '../testing/assignment-data.ts'
import { approvedCase } from '../testing/cases.ts'
import { issuedContract } from '../testing/contract-data.ts'
import { refusedBy } from '../testing/contract-desk.ts'
import { employee, endInput, signedEmployment } from '../testing/employment-data.ts'
import { click, openOffice, testToday, type Client, type RunningOffice } from '../testing/office.ts'
import { village } from '../testing/project-data.ts'
import { refusal } from '../testing/refusal.ts'

let running: RunningOffice
let head: Client
let worker: Client
let coordinator: Client
let clerk: Client
let accountant: Client
beforeAll(async () => {
  running = await openOffice()
  head = await running.as('head')
  worker = await running.as('socialWorker')
  coordinator = await running.as('coordinator')
  clerk = await running.as('clerk')
  accountant = await running.as('accountant')
})
afterAll(() => running.dispose())

const orm = () => running.office.vault.database().orm
const tomorrow = addDays(testToday, 1)
const textOf = async (file: File) => (await readPdf(new Uint8Array(await file.arrayBuffer()))).text
const assign = (
  client: Client,
  applicationId: string,
  employmentId: string,
  own: Parameters<typeof assignmentInput>[1] = {},
) =>
  client.assignments.assign(
    click({ applicationId, choiceId: null, input: assignmentInput(employmentId, own) }),
  )

describe('an assignment', () => {
  test('is made by the coordinator, and both sides of it are seen', async () => {
    const { personId, applicationId, first } = await pairOf(running, head)
    await assign(coordinator, applicationId, first.id)
    const of = await clerk.assignments.ofCase({ applicationId })
    expect(of).toMatchObject({
      minutes: { granted: 56 * 60, given: 20 * 60, free: 36 * 60 },
      assignments: [{ state: 'running', role: 'titular', assistant: { employmentId: first.id } }],
      writes: false,
    })
    const helps = (await head.assignments.ofPerson({ personId: first.personId })).helps
    expect(helps.map(({ person }) => person.id)).toEqual([personId])
    const own = await head.assignments.ofEmployment({ employmentId: first.id })
    // Twenty-one working days of four hours.
    expect(own).toMatchObject({ normMinutes: 21 * 240, plannedMinutes: 20 * 60 })
  })

  test('over the hours granted, to oneself, to the dead: refused, and nothing is written', async () => {
    const { personId, applicationId, first, second } = await pairOf(running, head)
    const all = { minutesPerMonth: 56 * 60 }
    await assign(head, applicationId, first.id, all)
    expect(await refusedBy(assign(head, applicationId, second.id))).toEqual([
      'assignmentOverGranted',
    ])
    const own = await signedEmployment(running, head, {}, personId)
    const itself = { role: 'substitute' } as const
    expect(await refusedBy(assign(head, applicationId, own.id, itself))).toEqual([
      'assignmentOfSelf',
    ])
    running.office.vault.database().transaction((tx) => {
      const person = getPerson(tx, personId)!
      const data: PersonData = { ...person, deathDate: testToday }
      const stamp = { at: running.office.now(), by: person.updatedBy }
      updatePerson(tx, personId, person.version, data, stamp)
    })
    expect(await refusedBy(assign(head, applicationId, second.id, itself))).toEqual([
      'assignmentOfDeceased',
    ])
    expect(assignmentsOfCase(orm(), applicationId)).toHaveLength(1)
  })

  test('entered by mistake counts nowhere and stays readable', async () => {
    const { id, version, applicationId, second } = await assignedPair(running, head)
    const reason = 'Сбъркан е асистентът'
    await head.assignments.takeBack(click({ id, version, reason }))
    const of = await head.assignments.ofCase({ applicationId })
    expect(of.minutes.given).toBe(0)
    expect(of.assignments).toMatchObject([{ state: 'voided', voidReason: reason }])
    await assign(head, applicationId, second.id, { minutesPerMonth: 56 * 60 })
  })

  test('why it ended is told to who writes, the wish also to who reads applications', async () => {
    const { id, version, applicationId } = await assignedPair(running, head)
    const ending = { onDate: testToday, reason: 'Постъпва в болница за операция' }
    await head.assignments.end(click({ id, version, ending }))
    const told = async (client: Client) => {
      const { assignments, application } = await client.assignments.ofCase({ applicationId })
      return [assignments[0]?.endReason !== '', application.kinship !== null]
    }
    const kinship = (await head.assignments.ofCase({ applicationId })).application.kinship
    expect(await told(coordinator)).toEqual([true, kinship !== null])
    expect(await told(clerk)).toEqual([false, kinship !== null])
    expect(await told(accountant)).toEqual([false, false])
  })

  test('is written by who leads the work; clerk and accountant read it', async () => {
    const { applicationId, first } = await pairOf(running, head)
    for (const client of [clerk, accountant]) {
      expect((await client.assignments.ofCase({ applicationId })).writes).toBe(false)
      const choice = client.assignments.choice({ applicationId })
      expect((await refusal(choice)).code).toBe('FORBIDDEN')
      const made = assign(client, applicationId, first.id)
      expect((await refusal(made)).code).toBe('FORBIDDEN')
    }
    await assign(worker, applicationId, first.id)
  })

  test('tells by which project both contracts of a pair are found, until it is taken back', async () => {
    const { id: project } = await head.projects.save(click({ ...village, id: null, version: null }))
    const { personId, applicationId } = approvedCase(running.office)
    const contract = await issuedContract({ worker, head }, personId)
    const paid = await signedEmployment(running, head, { projectId: project })
    const asked = (filter = project) => ({ offset: 0, limit: 50, filters: { project: filter } })
    const found = async (filter?: string) =>
      (await head.contracts.list(asked(filter))).rows.map(({ id }) => id)
    expect(await found(), 'nobody helps yet').toEqual([])
    const made = await assign(head, applicationId, paid.id)
    expect(await found()).toEqual([contract.id])
    expect(await found('another')).toEqual([])
    const { rows } = await head.employments.list(asked())
    expect(rows.map(({ id }) => id)).toEqual([paid.id])
    const reason = 'Сбъркан е асистентът'
    await head.assignments.takeBack(click({ ...made, reason }))
    expect(await found()).toEqual([])
  })
})

describe('„Избор на асистент“', () => {
  test('sets the pool beside the person, and a decision against the wish prints its reason', async () => {
    const { applicationId, personId } = approvedCase(running.office, {
      application: { preferredAssistant: 'Гергана Желана', kinship: 'none' },
    })
    const wished = await signedEmployment(
      running,
      head,
      {},
      employee(running, { firstName: 'Гергана', middleName: null, lastName: 'Желана' }),
    )
    const other = await signedEmployment(running, head)
    const view = await worker.assignments.choice({ applicationId })
    expect(view.offers[0]).toMatchObject({
      employmentId: wished.id,
      possible: true,
      assistant: { name: 'Гергана Желана' },
    })
    expect(view.offers[0]?.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['wished', 'notAsked', 'freeMinutes']),
    )
    expect(view.proposed).toMatchObject({
      wishText: 'Гергана Желана',
      wishedEmploymentId: wished.id,
      chosenEmploymentId: wished.id,
    })
    const against = { ...view.proposed, chosenEmploymentId: other.id }
    const record = (input: typeof against) =>
      worker.assignments.recordChoice(click({ id: null, version: null, applicationId, input }))
    expect(await refusedBy(record(against))).toEqual(['wishReasonMissing'])
    const notHonouredReason = 'Желаният асистент няма свободни часове през деня'
    const saved = await record({ ...against, notHonouredReason })
    const issued = await worker.assignments.issueChoice(click(saved))
    expect(issued.number).toMatch(/^ИА-\d+$/)
    const text = await textOf(await head.papers.pdf({ id: issued.paperId }))
    expect(text).toContain(`ПРОТОКОЛ № ${issued.number}`)
    expect(text).toMatch(/Пожелан асистент: Гергана Желана/)
    expect(text).toContain(notHonouredReason)
    expect(papersOfPerson(orm(), personId).map(({ kind }) => kind)).toContain('assistantChoice')
    // What was issued is neither corrected nor taken out.
    const { id, version } = issued
    expect(await refusedBy(worker.assignments.removeChoice(click({ id, version })))).toEqual([
      'choiceIssued',
    ])
  })
})

describe('a change of assistant', () => {
  test('ends, begins and prints for all three in one action', async () => {
    const { id, version, applicationId, personId, second } = await assignedPair(running, head)
    const change = changeInput(second.id, tomorrow)
    const done = await coordinator.assignments.change(click({ id, version, change }))
    expect(done.number).toMatch(/^СА-\d+$/)
    const { assignments } = await head.assignments.ofCase({ applicationId })
    expect(assignments).toMatchObject([
      { id: done.newAssignmentId, state: 'planned', fromDate: tomorrow, replacesId: id },
      { id, state: 'running', toDate: testToday, paper: { number: done.number } },
    ])
    const text = await textOf(await head.papers.pdf({ id: done.paperId }))
    expect(text).toMatch(/Титулярят е в продължителен болничен\./)
    expect(text).toMatch(/досегашен асистент/i)
    expect(text).toMatch(/нов асистент/i)
    const { entries } = await accountant.audit.timeline({ personId })
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['assignment.changed', 'assignment.made']),
    )
  })

  test('to the substitute ends the substitution the day before, in the same action', async () => {
    const { id, version, applicationId, personId, second } = await assignedPair(running, head)
    const { id: own } = await assign(head, applicationId, second.id, { role: 'substitute' })
    const [offer] = (await head.assignments.choice({ applicationId })).offers
    expect(offer).toMatchObject({ employmentId: second.id, possible: true })
    expect(offer?.reasons.map(({ code }) => code)).toContain('substitutesNow')
    const change = changeInput(second.id, tomorrow)
    const done = await coordinator.assignments.change(click({ id, version, change }))
    const kept = new Map(assignmentsOfCase(orm(), applicationId).map((one) => [one.id, one]))
    expect(kept.get(done.newAssignmentId)).toMatchObject({ role: 'titular', fromDate: tomorrow })
    expect(kept.get(own)).toMatchObject({ toDate: testToday, version: 2, endReason: change.reason })
    const { entries } = await head.audit.timeline({ personId })
    expect(
      entries.slice(0, 2).map(({ action, subjectId }) => [action, subjectId]),
      'each of both has its line',
    ).toEqual([
      ['assignment.changed', id],
      ['assignment.ended', own],
    ])
  })

  test('to a substitute who is yet to begin is refused, and nothing of it is written', async () => {
    const { id, version, applicationId, second } = await assignedPair(running, head)
    const ahead = { role: 'substitute', fromDate: tomorrow } as const
    const { id: own } = await assign(head, applicationId, second.id, ahead)
    const change = changeInput(second.id, tomorrow)
    const tried = head.assignments.change(click({ id, version, change }))
    expect(await refusedBy(tried)).toEqual(['assignmentTwice'])
    const kept = assignmentsOfCase(orm(), applicationId)
    expect(kept.map(({ id: one, toDate }) => [one, toDate])).toEqual([
      [own, null],
      [id, null],
    ])
  })

  test('that may not be leaves everything as it was, and draws no number', async () => {
    const { id, version, applicationId, first } = await assignedPair(running, head)
    const over = await signedEmployment(running, head, {
      legalGround: 'fixedTerm',
      endDate: testToday,
    })
    const tried = (change: ReturnType<typeof changeInput>) =>
      refusedBy(head.assignments.change(click({ id, version, change })))
    expect(await tried(changeInput(over.id, tomorrow))).toEqual(['assignmentOutsideEmployment'])
    expect(await tried(changeInput(first.id, tomorrow))).toEqual(['assignmentSameAssistant'])
    expect(await tried({ ...changeInput(over.id, testToday) })).toEqual([
      'assignmentChangeBeforeStart',
    ])
    expect(assignmentsOfCase(orm(), applicationId)).toMatchObject([{ id, toDate: null }])
    expect(numbersOfSubject(orm(), 'assignmentChange', id)).toEqual([])
  })
})

describe('a contract of work that ends', () => {
  test('names who is left without anybody, who may come, and the keys still held', async () => {
    const { first, second, personId, applicationId } = await assignedPair(running, head)
    const key = { personId, employmentId: first.id, input: keyInput }
    const given = await head.assignments.giveKey(click(key))
    await head.employments.end(click({ id: first.id, version: first.version, end: endInput }))
    const left = await coordinator.assignments.leftWithout({ employmentId: first.id })
    expect(left.people).toMatchObject([{ assignment: { person: { id: personId } } }])
    expect(left.people[0]?.fromDay).toBe(tomorrow)
    const proposed = left.people[0]?.proposals ?? []
    expect(proposed.length).toBeGreaterThan(0)
    expect(proposed.map(({ employmentId }) => employmentId)).not.toContain(first.id)
    expect(left.keys).toMatchObject([{ id: given.id, returnedOn: null }])
    const waiting = async () =>
      (await coordinator.today.list({ kind: 'leftWithoutAssistant' })).lines.map(({ id }) => id)
    expect(await waiting()).toContain(applicationId)
    await assign(head, applicationId, second.id, { fromDate: tomorrow })
    expect(await waiting()).not.toContain(applicationId)
    expect((await head.assignments.leftWithout({ employmentId: first.id })).people).toEqual([])
    await head.assignments.returnKey(click({ ...given, returning: { returnedOn: testToday } }))
    expect((await head.assignments.leftWithout({ employmentId: first.id })).keys).toEqual([])
  })
})

test('the contract of the person names those who are assigned, with all their names', async () => {
  const { personId } = await assignedPair(running, head)
  const { input } = await worker.contracts.proposal({ personId })
  expect(input?.assistants).toEqual([{ name: 'Мария Петрова Стоянова', role: 'titular' }])
})

test('each part of the list holds what it says', async () => {
  const { counts } = await head.assignments.views({})
  for (const view of assignmentViews) {
    const { rows, total } = await head.assignments.list({ offset: 0, limit: 200, view })
    expect(total, view).toBe(counts[view])
    const shown = new Set(rows.map(({ state }) => state))
    if (view === 'all' || view === 'ending') continue
    expect([...shown], view).toEqual(total === 0 ? [] : [view])
  }
})

test('the pool is asked in as many questions for many as for few', async () => {
  const { applicationId } = approvedCase(running.office)
  const asked = vi.spyOn(KeptStatements.prototype, 'prepare')
  const questions = async () => {
    asked.mockClear()
    await head.assignments.choice({ applicationId })
    return asked.mock.calls.length
  }
  await questions()
  const few = await questions()
  expect(few).toBeGreaterThan(5)
  for (let i = 0; i < 3; i += 1) await signedEmployment(running, head)
  expect(await questions()).toBe(few)
  asked.mockRestore()
})
