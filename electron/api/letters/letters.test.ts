import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addDays } from '#domain/calendar/civil-date.ts'
import type { PersonInput } from '#domain/people/schema.ts'
import { papersOfPerson } from '#db/queries/papers.ts'
import { getPerson, updatePerson } from '#db/queries/people.ts'
import { readPdf } from '#papers/testing/read-pdf.ts'
import { eventsOf } from '../testing/answers.ts'
import { approvedCase } from '../testing/cases.ts'
import { click, openOffice, testToday, type Client, type RunningOffice } from '../testing/office.ts'
import { telkInput } from '../testing/person-data.ts'
import { refusal } from '../testing/refusal.ts'

let running: RunningOffice
let worker: Client
beforeEach(async () => {
  running = await openOffice()
  worker = await running.as('socialWorker')
})
afterEach(() => running.dispose())

const inDays = (days: number) => addDays(testToday, days)
const database = () => running.office.vault.database()

/** Somebody whose card ends. */
const ending = (own: Partial<PersonInput> = {}) =>
  approvedCase(running.office, {
    person: { idCardNumber: '640000001', idCardValidUntil: inDays(20), ...own },
  }).personId

type Order = Parameters<Client['letters']['write']>[0]
const order = (own: Partial<Order> = {}): Order => ({
  ...{ question: {}, date: testToday, answerBy: null, again: false, addresses: [] },
  ...own,
})
const write = async (own: Partial<Order> = {}) =>
  (await eventsOf(worker.letters.write(order(own)))).flatMap(({ papers }) => papers)
const refusedWith = async (own: Partial<Order>) => {
  const { data } = await refusal(write(own))
  return data.problems?.map(({ code }) => code)
}
const textOf = async (ids: readonly string[]) => {
  const file = await worker.letters.pdf({ ids: [...ids], duplex: false })
  return (await readPdf(new Uint8Array(await file.arrayBuffer()))).text
}
const numberOf = (personId: string) => papersOfPerson(database().orm, personId)[0]?.number

test('one letter a person names all that is selected of them, in the order of village and name', async () => {
  const last = ending({ lastName: 'Яков', birthDate: '1990-02-03' })
  const first = ending({ lastName: 'Ангелов' })
  const data = telkInput({ validUntil: inDays(10) })
  await worker.people.saveTelkDecision(click({ personId: last, id: null, version: null, data }))
  const papers = await write({ answerBy: inDays(14) })
  expect(papers.map(({ number }) => number)).toEqual(['ПС-1', 'ПС-2'])
  expect([first, last].map(numberOf)).toEqual(['ПС-1', 'ПС-2'])
  const [, both] = papers
  const letter = await textOf([both?.id ?? ''])
  expect(letter).toMatch(/решение на ТЕЛК №\s1234/)
  expect(letter).toContain('лична карта')
  expect(letter).toContain('30.11.2026')
  const pile = await textOf(papers.map(({ id }) => id))
  expect(pile).toContain('ОПИС НА КУПЧИНАТА')
  const { rows } = await worker.expiring.list({ offset: 0, limit: 50 })
  expect(rows.map(({ writtenOn }) => writtenOn)).toEqual([testToday, testToday, testToday])
})

test('what was stopped in the middle is whole as far as it came, and goes on without writing twice', async () => {
  const people = ['Ангелов', 'Борисов', 'Велев'].map((lastName) => ending({ lastName }))
  for await (const { done } of await worker.letters.write(order())) if (done === 1) break
  const first = numberOf(people[0] ?? '')
  expect(first).toBe('ПС-1')
  expect(numberOf(people[2] ?? '')).toBeUndefined()
  const papers = await write()
  expect(papers.map(({ number }) => number)).toEqual(['ПС-1', 'ПС-2', 'ПС-3'])
  expect(people.map((id) => papersOfPerson(database().orm, id).length)).toEqual([1, 1, 1])
})

test('whom the post does not find is named, and left out until an address is typed', async () => {
  const personId = ending({ currentAddress: { settlementKind: 'town', settlement: 'Примерна' } })
  const asked = { question: {}, date: testToday, again: false }
  const pile = await worker.letters.pile(asked)
  expect(pile.unreachable).toMatchObject([{ personId }])
  expect(pile.unreachable[0]?.settlement).toContain('Примерна')
  expect(await refusedWith({})).toEqual(['lettersNobody'])
  const [paper] = await write({ addresses: [{ personId, address: 'гр. Примерна, ул. „Нова“ 5' }] })
  expect(await textOf([paper?.id ?? ''])).toContain('„Нова“ 5')
})

test('what an earlier letter told is left out unless it is asked for again', async () => {
  const personId = ending()
  await write({ date: inDays(-1) })
  expect(await worker.letters.pile({ question: {}, date: testToday, again: false })).toMatchObject({
    ...{ fresh: 0, there: 0, told: 1 },
  })
  expect(await refusedWith({})).toEqual(['lettersNobody'])
  await write({ again: true })
  expect(papersOfPerson(database().orm, personId)).toHaveLength(2)
  expect(await refusedWith({ date: inDays(1) })).toEqual(['dateInFuture'])
  expect(await refusedWith({ answerBy: testToday })).toEqual(['answerBeforeLetter'])
})

test('a letter is not filed with what its person was before somebody saved them meanwhile', async () => {
  const personId = ending()
  const { papers } = running.office
  const render = papers.render.bind(papers)
  vi.spyOn(papers, 'render').mockImplementationOnce((request) => {
    const made = render(request)
    database().transaction((tx) => {
      const person = getPerson(tx, personId)!
      const stamp = { at: running.office.now(), by: person.updatedBy }
      updatePerson(tx, personId, person.version, { ...person, lastName: 'Преименуван' }, stamp)
    })
    return made
  })
  expect(await refusedWith({})).toEqual(['paperFactsChanged'])
  expect(papersOfPerson(database().orm, personId)).toEqual([])
  await write()
  expect(numberOf(personId)).toBe('ПС-1')
})

test('who writes no letters is refused, and opens none', async () => {
  ending()
  const [paper] = await write()
  const coordinator = await running.as('coordinator')
  const asked = { question: {}, date: testToday, again: false }
  expect((await refusal(coordinator.letters.pile(asked))).code).toBe('FORBIDDEN')
  expect((await refusal(eventsOf(coordinator.letters.write(order())))).code).toBe('FORBIDDEN')
  expect((await refusal(coordinator.papers.find({ id: paper?.id ?? '' }))).code).toBe('NOT_FOUND')
})
