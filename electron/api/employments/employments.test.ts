import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#domain/calendar/civil-date.ts'
import { employmentViews } from '#domain/employments/list.ts'
import type { PersonData } from '#domain/people/schema.ts'
import { listAudit } from '#db/queries/audit.ts'
import { papersOfPerson } from '#db/queries/papers.ts'
import { getPerson, updatePerson } from '#db/queries/people.ts'
import { readPdf } from '#papers/testing/read-pdf.ts'
import { refusedBy } from '../testing/contract-desk.ts'
import {
  annexInput,
  draftEmployment,
  employee,
  employmentInput,
  endInput,
  issuedEmployment,
  signedEmployment,
} from '../testing/employment-data.ts'
import { click, openOffice, testToday, type Client, type RunningOffice } from '../testing/office.ts'
import { refusal } from '../testing/refusal.ts'

let running: RunningOffice
let head: Client
let clerk: Client
let worker: Client
let accountant: Client
beforeAll(async () => {
  running = await openOffice()
  head = await running.as('head')
  clerk = await running.as('clerk')
  worker = await running.as('socialWorker')
  accountant = await running.as('accountant')
})
afterAll(() => running.dispose())

const orm = () => running.office.vault.database().orm
const whole = { offset: 0, limit: 100 }
const textOf = async (file: File) => (await readPdf(new Uint8Array(await file.arrayBuffer()))).text

describe('a draft', () => {
  test('is filled in from the settings, and the next one as the last contract was', async () => {
    const personId = employee(running)
    const { input, draftId } = await clerk.employments.proposal({ personId })
    expect(draftId).toBeNull()
    expect(input).toMatchObject({
      positionId: 'personalAssistant',
      contractDate: testToday,
      averagingMonths: 4,
      // The least hour times the coefficient.
      basePayCents: 524,
      leaveDays: 20,
      place: 'гр.\u00a0Примерна',
    })
    const last = { minutesPerDay: 120, placeOfWork: 'с. Примерно' }
    const one = await signedEmployment(running, head, last, personId)
    const { version } = await head.employments.find({ id: one.id })
    await head.employments.annul(click({ id: one.id, version, reason: 'Сбъркан е работният ден' }))
    expect((await clerk.employments.proposal({ personId })).input).toMatchObject(last)
  })

  test('is one at a time, is shown as „ПРОЕКТ“, and goes without a trace of a number', async () => {
    const { id, version, personId, input } = await draftEmployment(running, clerk)
    const again = { id: null, version: null, personId, input }
    expect(await refusedBy(clerk.employments.saveDraft(click(again)))).toEqual([
      'employmentDraftExists',
    ])
    const pdf = await clerk.employments.preview({ employmentId: id, personId, input })
    const text = await textOf(pdf)
    expect(text).toContain('ПРОЕКТ')
    expect(text).toContain('Мария Петрова Стоянова')
    expect(text).toMatch(/5,24\sевро \(пет евро и двадесет и четири цента\)/)
    await clerk.employments.deleteDraft(click({ id, version }))
    expect(await refusedBy(clerk.employments.find({ id }))).toEqual(['NOT_FOUND'])
  })

  test('saved in two windows: the later one is shown both', async () => {
    const { id, personId, input } = await draftEmployment(running, clerk)
    const save = (minutesPerDay: number) =>
      clerk.employments.saveDraft(
        click({ id, version: 1, personId, input: { ...input, minutesPerDay } }),
      )
    await save(360)
    const late = await refusal(save(480))
    expect(late.code).toBe('CONFLICT')
    expect(late.data).toMatchObject({ theirs: { minutesPerDay: 360, version: 2 } })
  })

  test('of a civil contract keeps no working time', async () => {
    const civil = { kind: 'civil', legalGround: 'work', payUnit: 'whole' } as const
    const { id } = await draftEmployment(running, clerk, { ...civil, task: 'Две супервизии' })
    const found = await clerk.employments.find({ id })
    expect(found.input).toMatchObject({ minutesPerDay: null, leaveDays: null, noticeDays: null })
  })
})

describe('„Издай“', () => {
  test('draws the number, freezes the paper and says who may sign', async () => {
    const { id, number, personId } = await issuedEmployment(running, head)
    expect(number).toMatch(/^ЕК-\d+$/)
    const found = await head.employments.find({ id })
    expect(found).toMatchObject({ status: 'issued', number, paper: { status: 'forPrint' } })
    const text = await textOf(await head.papers.pdf({ id: found.paper?.id ?? '' }))
    expect(text).toContain(`ТРУДОВ ДОГОВОР № ${number}`)
    expect(text).toContain('ЗА РАБОТОДАТЕЛЯ')
    expect(text).toContain('Галина Иванова Сметкова')
    expect(papersOfPerson(orm(), personId)).toHaveLength(1)
  })

  test('is refused over the legal day, under one contract and under two', async () => {
    const long = await draftEmployment(running, clerk, { minutesPerDay: 600 })
    const issue = { contractDate: testToday, startDate: testToday, number: null }
    const tried = (one: { id: string; version: number }) =>
      head.employments.issue(click({ id: one.id, version: one.version, issue }))
    expect(await refusedBy(tried(long))).toEqual(['employmentDayOver'])
    const first = await signedEmployment(running, head, { minutesPerDay: 480 })
    const second = await draftEmployment(
      running,
      clerk,
      { minutesPerDay: 120, legalGround: 'sameEmployer' },
      first.personId,
    )
    const { code, data } = await refusal(tried(second))
    expect(code).toBe('RULE')
    expect(data.problems).toMatchObject([
      { code: 'employmentsOverDay', path: ['minutesPerDay'], params: { totalMinutes: 600 } },
    ])
    // Nothing half: no number, no paper, still a draft.
    expect(await head.employments.find({ id: second.id })).toMatchObject({
      status: 'draft',
      number: null,
    })
    expect(papersOfPerson(orm(), first.personId)).toHaveLength(1)
  })

  test('a person may hold two contracts with the office, where the day allows it', async () => {
    const first = await signedEmployment(running, head, { minutesPerDay: 360 })
    const second = { minutesPerDay: 120, legalGround: 'sameEmployer' } as const
    await signedEmployment(running, head, second, first.personId)
    const lines = await head.employments.ofPerson({ personId: first.personId })
    expect(lines.map(({ status }) => status)).toEqual(['inForce', 'inForce'])
  })
})

describe('after the signature', () => {
  test('an annex changes the hours from its day on, and the list follows', async () => {
    const { id, personId } = await signedEmployment(running, head)
    const fromDate = addDays(testToday, 1)
    const draft = { id: null, version: null, employmentId: id, input: annexInput({ fromDate }) }
    const annex = await clerk.employments.saveAnnex(click(draft))
    const issued = await head.employments.issueAnnex(click(annex))
    expect(issued.number).toMatch(/^ДС-\d+$/)
    const signing = { signedOn: testToday }
    await clerk.employments.markAnnexSigned(
      click({ id: annex.id, version: issued.version, signing }),
    )
    const today = await head.employments.find({ id })
    expect(today.now.minutesPerDay).toBe(240)
    expect(today.annexes).toMatchObject([{ status: 'signed', paper: { status: 'signedBack' } }])
    const text = await textOf(await head.papers.pdf({ id: today.annexes[0]?.paper?.id ?? '' }))
    expect(text).toMatch(/продължителността на работния ден става 6\sч\. \(шест часа\)/)
    expect(text).not.toContain('мястото на работа става')
    expect(papersOfPerson(orm(), personId)).toHaveLength(2)
  })

  test('an annex of the term moves the last day; one that changes nothing is refused', async () => {
    const end = { legalGround: 'fixedTerm', endDate: addDays(testToday, 30) } as const
    const { id } = await signedEmployment(running, head, end)
    const endDate = addDays(testToday, 60)
    const nothing = annexInput({ minutesPerDay: null })
    const save = (input: typeof nothing) =>
      clerk.employments.saveAnnex(click({ id: null, version: null, employmentId: id, input }))
    const empty = await save(nothing)
    expect(await refusedBy(head.employments.issueAnnex(click(empty)))).toEqual([
      'annexChangesNothing',
    ])
    await clerk.employments.removeAnnex(click(empty))
    const longer = await save({ ...nothing, endDate })
    const { version } = await head.employments.issueAnnex(click(longer))
    const signing = { signedOn: testToday }
    await head.employments.markAnnexSigned(click({ id: longer.id, version, signing }))
    expect(await head.employments.find({ id })).toMatchObject({ lastDay: endDate, version: 4 })
  })

  test('it is suspended, goes on, and is ended by an order with the ground that was chosen', async () => {
    const one = await signedEmployment(running, head)
    const { id } = one
    const suspension = { fromDate: testToday, reason: 'Неплатен отпуск по молба' }
    const stopped = await head.employments.suspend(click({ id, version: one.version, suspension }))
    expect((await worker.employments.find({ id })).suspensionReason).toBe('')
    const resumption = { onDate: testToday }
    const going = await head.employments.resume(click({ id, version: stopped.version, resumption }))
    const other = { ...endInput, groundId: 'civilDone' }
    const ending = (end: typeof endInput) =>
      head.employments.end(click({ id, version: going.version, end }))
    expect(await refusedBy(ending(other))).toEqual(['groundNotOffered'])
    const { number } = await ending(endInput)
    const found = await head.employments.find({ id })
    expect(found).toMatchObject({ status: 'ending', lastDay: testToday, order: { number } })
    const text = await textOf(await head.papers.pdf({ id: found.order?.id ?? '' }))
    expect(text).toContain(`ЗАПОВЕД № ${number}`)
    expect(text).toMatch(/чл\.\s325, ал\.\s1, т\.\s1 от КТ/)
    expect(text).toContain('ПОЛУЧИХ ЕКЗЕМПЛЯР')
  })

  test('НАП is told of a beginning and an end, each by its day', async () => {
    const one = await signedEmployment(running, head)
    const { id, personId } = one
    const waits = async () =>
      (await clerk.today.list({ kind: 'employmentNotices' })).lines
        .filter((line) => line.personId === personId)
        .map(({ due }) => due)
    // A Monday: the third working day is Thursday.
    expect(await waits()).toEqual(['2026-11-19'])
    const sent = { sentOn: testToday, reference: '22388263' }
    const about = { event: 'begin', annexId: null, sent } as const
    const told = await clerk.employments.noticeSent(click({ id, version: one.version, ...about }))
    expect(await waits()).toEqual([])
    const early = { id, version: told.version, ...about, event: 'end' } as const
    expect(await refusedBy(clerk.employments.noticeSent(click(early)))).toEqual(['noticeOfNothing'])
    await head.employments.end(click({ id, version: told.version, end: endInput }))
    expect(await waits()).toEqual(['2026-11-23'])
    const text = await textOf(
      await clerk.employments.printNotice({ id, event: 'end', annexId: null }),
    )
    expect(text).toContain('ЛИСТ ЗА УВЕДОМЛЕНИЕ ДО НАП')
    expect(text).toContain('53221002')
    expect(text).toMatch(/Подава се до\s+23\.11\.2026/)
    const [line] = listAudit(orm(), { personId, prefixes: ['employment.noticePrinted'] })
    expect(line).toMatchObject({ subjectId: id, payload: { event: 'end' } })
  })

  test('what was issued and never signed is annulled with its paper, not ended', async () => {
    const { id, version } = await issuedEmployment(running, head)
    expect(await refusedBy(head.employments.end(click({ id, version, end: endInput })))).toEqual([
      'endOfUnsigned',
    ])
    await head.employments.annul(click({ id, version, reason: 'Сбъркано е името на служителя' }))
    expect(await head.employments.find({ id })).toMatchObject({
      status: 'annulled',
      paper: { status: 'annulled' },
    })
  })

  test('after a death it waits for its end, which is that day', async () => {
    const { id, version, personId } = await signedEmployment(running, head)
    running.office.vault.database().transaction((tx) => {
      const person = getPerson(tx, personId)!
      const data: PersonData = { ...person, deathDate: testToday }
      const stamp = { at: running.office.now(), by: person.updatedBy }
      updatePerson(tx, personId, person.version, data, stamp)
    })
    const waiting = (await head.today.list({ kind: 'employmentsToEnd' })).lines
    expect(waiting.map((line) => [line.personId, line.due])).toContainEqual([personId, testToday])
    const end = { ...endInput, groundId: 'death', reason: '' }
    const { number } = await head.employments.end(click({ id, version, end }))
    expect(number).toMatch(/^ЗП-/)
  })
})

describe('who sees what', () => {
  test('pay is told to head, clerk and accountant, and to nobody else on any side', async () => {
    const { id, personId } = await signedEmployment(running, head, { basePayCents: 98_765 })
    for (const client of [head, clerk, accountant]) {
      expect((await client.employments.find({ id })).now.basePayCents).toBe(98_765)
      const { rows } = await client.employments.list(whole)
      expect(rows.find((row) => row.id === id)?.basePayCents).toBe(98_765)
    }
    const coordinator = await running.as('coordinator')
    for (const client of [worker, coordinator]) {
      const found = await client.employments.find({ id })
      expect(found.input.minutesPerDay).toBe(240)
      const told = [
        found,
        await client.employments.list(whole),
        await client.employments.ofPerson({ personId }),
      ]
      expect(JSON.stringify(told)).not.toContain('98765')
      expect(found.paper).toBeNull()
    }
    const paperId = (await head.employments.find({ id })).paper?.id ?? ''
    expect((await refusal(worker.papers.pdf({ id: paperId }))).code).toMatch(/NOT_FOUND|FORBIDDEN/)
    const papers = (await worker.papers.list(whole)).rows
    expect(papers.filter(({ kind }) => kind === 'employment')).toEqual([])
  })

  test('the clerk enters, the head issues and ends', async () => {
    const draft = await draftEmployment(running, clerk)
    const issue = { contractDate: testToday, startDate: testToday, number: null }
    const which = { id: draft.id, version: draft.version }
    expect((await refusal(clerk.employments.issue(click({ ...which, issue })))).code).toBe(
      'FORBIDDEN',
    )
    const one = await signedEmployment(running, head)
    const end = { id: one.id, version: one.version, end: endInput }
    expect((await refusal(clerk.employments.end(click(end)))).code).toBe('FORBIDDEN')
    const input = employmentInput()
    const typed = { id: null, version: null, personId: draft.personId, input }
    expect((await refusal(accountant.employments.saveDraft(click(typed)))).code).toBe('FORBIDDEN')
  })

  test('every opening of a dossier by its contract is in the journal, once', async () => {
    const { id, personId } = await signedEmployment(running, head)
    await accountant.employments.find({ id })
    await accountant.employments.find({ id })
    running.office.writeReadingNotes()
    const lines = listAudit(orm(), { personId, prefixes: ['dossier.opened'] })
    expect(lines).toHaveLength(1)
  })
})

test('each part of the list holds what it says', async () => {
  const { counts } = await head.employments.views({})
  for (const view of employmentViews) {
    const { rows, total } = await head.employments.list({ ...whole, view })
    expect(total, view).toBe(counts[view])
    const shown = new Set(rows.map(({ status }) => status))
    if (view === 'draft') expect([...shown]).toEqual(['draft'])
    if (view === 'running')
      expect([...shown].every((one) => ['inForce', 'ending', 'suspended'].includes(one))).toBe(true)
    if (view === 'ended')
      expect([...shown].every((one) => one === 'ended' || one === 'expired')).toBe(true)
    if (view === 'annulled') expect([...shown]).toEqual(['annulled'])
  }
  const filtered = await head.employments.list({ ...whole, filters: { position: 'driver' } })
  expect(filtered.total).toBe(0)
})
