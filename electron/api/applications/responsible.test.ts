import { afterEach, beforeEach, expect, test } from 'vitest'
import { lists } from '#domain/lists/register.ts'
import { intakeInput } from '../testing/application-data.ts'
import { approvedCase } from '../testing/cases.ts'
import { issuedContract } from '../testing/contract-data.ts'
import {
  click,
  openOffice,
  testPassword,
  type Client,
  type RunningOffice,
} from '../testing/office.ts'

const given = 'дадена вода 48 реки'

let running: RunningOffice
/** Two who lead cases, who shares them out, and who takes applications in. */
let elena: Client
let petar: Client
let head: Client
let clerk: Client
let elenaId: string
let petarId: string
beforeEach(async () => {
  running = await openOffice()
  elena = await running.as('socialWorker')
  head = await running.as('head')
  clerk = await running.as('clerk')
  const keeper = await running.as('administrator')
  const colleague = { displayName: 'Петър Посетев', position: '', roles: ['socialWorker' as const] }
  petarId = (await keeper.accounts.create(click({ ...colleague, password: given }))).id
  const state = await running.stranger().session.current({})
  const profiles = state.status === 'new' ? [] : state.profiles
  const slotId = profiles.find((one) => one.displayName === colleague.displayName)?.slotId ?? ''
  petar = running.stranger()
  await petar.session.logIn({ slotId, password: given })
  await petar.session.changePassword({ old: given, new: testPassword })
  elenaId = await idOf(elena)
})
afterEach(() => running.dispose())

async function idOf(client: Client): Promise<string> {
  const state = await client.session.current({})
  if (state.status !== 'open') throw new Error('not logged in')
  return state.account.id
}

const register = async (at: Client, own: Parameters<typeof intakeInput>[0] = {}) =>
  (await at.applications.create(click(intakeInput(own)))).id
const which = async (id: string) => {
  const { version } = (await head.applications.find({ id })).application
  return { id, version }
}
const take = async (client: Client, id: string) => client.applications.take(click(await which(id)))
const give = async (client: Client, id: string, to: string | null) =>
  client.applications.give(click({ ...(await which(id)), to, note: 'В отпуск съм.' }))
const whose = async (id: string) => (await head.applications.find({ id })).responsible.name
/** Ids of what waits to be admitted, in a view. */
const waits = async (client: Client, view: 'mine' | 'team' | 'nobody') =>
  (await client.today.list({ kind: 'toAdmit', view })).lines.map(({ id }) => id).toSorted()
const refusal = (code: string) => ({ code: 'RULE', data: { problems: [{ code }] } })

test('two workers: each sees their own, nobody’s is the third, all of it is the team’s', async () => {
  const [hers, his, nobodys] = [await register(elena), await register(petar), await register(clerk)]
  expect(await waits(elena, 'mine')).toEqual([hers])
  expect(await waits(petar, 'mine')).toEqual([his])
  for (const one of [elena, petar]) {
    expect(await waits(one, 'team')).toEqual([hers, his, nobodys].toSorted())
    expect(await waits(one, 'nobody')).toEqual([nobodys])
    const { view, views, total, lines } = await one.today.overview({})
    expect({ view, views, total }).toEqual({
      view: 'mine',
      views: { mine: 1, team: 3, nobody: 1 },
      total: 1,
    })
    expect(lines).toHaveLength(1)
    expect(await one.today.count({})).toMatchObject({
      waiting: 1,
      groups: { intake: 1 },
      views: { mine: 1, team: 3, nobody: 1 },
    })
  }
  // The clerk leads no cases: there is nothing to choose between, and nothing is hidden.
  expect(await clerk.today.overview({ view: 'mine' })).toMatchObject({
    view: 'team',
    views: null,
    total: 3,
  })
  // Only the head admits, so it waits for the head whosever the case is.
  expect(await waits(head, 'mine')).toEqual([hers, his, nobodys].toSorted())
})

test('with nothing of one’s own „Днес“ opens with the team’s, and the navigation counts the same', async () => {
  await register(clerk)
  expect(await elena.today.overview({})).toMatchObject({ view: 'team', total: 1 })
  expect(await elena.today.count({})).toMatchObject({ view: 'team', waiting: 1 })
})

test('taking and giving move the rows and the counts, and stand in history, dossier and journal', async () => {
  const id = await register(clerk)
  await take(petar, id)
  expect([await waits(petar, 'mine'), await waits(elena, 'mine')]).toEqual([[id], []])
  await take(elena, id)
  expect([await waits(petar, 'mine'), await waits(elena, 'mine')]).toEqual([[], [id]])
  await give(elena, id, petarId)
  expect([await waits(petar, 'mine'), await waits(elena, 'mine')]).toEqual([[id], []])
  await give(petar, id, null)
  expect(await waits(elena, 'nobody')).toEqual([id])
  const { events, person, undo } = await head.applications.find({ id })
  expect(events.map(({ kind, responsible }) => [kind, responsible])).toEqual([
    ['register', null],
    ['taken', 'Петър Посетев'],
    ['taken', 'Профил socialWorker'],
    ['given', 'Петър Посетев'],
    ['released', null],
  ])
  expect(events[3]?.reason).toBe('В отпуск съм.')
  expect(undo, 'a hand-over is no step of the procedure').toBeNull()
  const { entries } = await head.audit.timeline({ personId: person.id })
  expect(entries.slice(0, 4).map(({ action, to }) => [action, to])).toEqual([
    ['application.given', null],
    ['application.given', 'Петър Посетев'],
    ['application.taken', 'Профил socialWorker'],
    ['application.taken', 'Петър Посетев'],
  ])
})

test('a step of the procedure is taken back also after the case went to another', async () => {
  const id = await register(elena)
  await head.applications.decide(
    click({ ...(await which(id)), event: { kind: 'admit', overrideReason: '' } }),
  )
  await take(petar, id)
  expect((await head.applications.find({ id })).undo).toMatchObject({ kind: 'admit' })
})

test('who leads no cases takes none and is given none; another’s is given by the head alone', async () => {
  const id = await register(elena)
  await expect(take(clerk, id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(give(elena, id, await idOf(clerk))).rejects.toMatchObject(
    refusal('cannotAnswerForCases'),
  )
  await expect(give(petar, id, await idOf(head))).rejects.toMatchObject(refusal('caseNotYours'))
  await give(head, id, petarId)
  expect(await whose(id)).toBe('Петър Посетев')
})

test('whoever was overtaken is told so, and takes nothing', async () => {
  const id = await register(clerk)
  const seen = await which(id)
  await petar.applications.take(click(seen))
  await expect(elena.applications.take(click(seen))).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await whose(id)).toBe('Петър Посетев')
})

test('the clerk may choose who answers; a clerk is no choice', async () => {
  const chosen = await register(clerk, { responsibleId: petarId })
  expect(await whose(chosen)).toBe('Петър Посетев')
  await expect(register(elena, { responsibleId: await idOf(clerk) })).rejects.toMatchObject(
    refusal('cannotAnswerForCases'),
  )
})

test('a pile: what cannot go is said first, and none of it goes where a colleague was quicker', async () => {
  const [one, two, mine] = [await register(clerk), await register(petar), await register(elena)]
  const question = { chosen: { mode: 'some' as const, ids: [one, two, mine] } }
  const seen = await elena.applications.pile({ question, to: elenaId })
  expect(seen.fits.map(({ id }) => id).toSorted()).toEqual([one, two].toSorted())
  expect(seen.refused.map(({ id, problem }) => [id, problem.code])).toEqual([
    [mine, 'caseIsTheirs'],
  ])
  await give(petar, two, null)
  await expect(elena.applications.takeMany(click({ cases: seen.fits }))).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  expect([await whose(one), await whose(two)], 'half a pile').toEqual([null, null])
  const again = await elena.applications.pile({ question, to: elenaId })
  expect(await elena.applications.takeMany(click({ cases: again.fits }))).toEqual({ count: 2 })
  expect(await waits(elena, 'mine')).toEqual([one, two, mine].toSorted())
  const all = await head.applications.pile({ question, to: petarId })
  expect(all.refused).toEqual([])
  await head.applications.giveMany(click({ cases: all.fits, to: petarId, note: '' }))
  expect(await waits(petar, 'mine')).toEqual([one, two, mine].toSorted())
})

test('the whole chain is found by its application: lists of every concept, by whose it is', async () => {
  const cases = [approvedCase(running.office), approvedCase(running.office)]
  for (const { personId } of cases) await issuedContract({ worker: elena, head: head }, personId)
  await take(petar, cases[0]!.applicationId)
  for (const id of ['applications', 'assessments', 'plans', 'contracts'] as const) {
    const shown = async (client: Client, responsible: string) => {
      const { rows, total } = await client[id].list({
        filters: { responsible },
        offset: 0,
        limit: 9,
      })
      expect(rows).toHaveLength(total)
      return rows.map((row) => [row.personId, row.responsible])
    }
    const [his, free] = [[[cases[0]!.personId, 'Петър Посетев']], [[cases[1]!.personId, null]]]
    expect(await shown(petar, 'mine'), id).toEqual(his)
    expect(await shown(elena, 'mine'), id).toEqual([])
    expect(await shown(elena, 'nobody'), id).toEqual(free)
    expect(await shown(elena, 'Петър Посетев'), id).toEqual(his)
    expect(await shown(elena, 'Някой Друг'), id).toEqual([])
    const { options } = await elena[id].views({})
    expect(
      options['responsible']?.map((one) => one.id),
      id,
    ).toContain('Петър Посетев')
    expect(lists[id].columns.map((column) => column.id)).toContain('responsible')
  }
})

test('a profile is not closed over its cases: they are told, and go where it is said', async () => {
  const ids = [await register(petar), await register(petar), await register(petar)]
  await head.applications.decide(
    click({
      ...(await which(ids[2]!)),
      event: {
        kind: 'refuse',
        ground: 'serviceNotOffered',
        date: running.office.today(),
        reason: 'Услугата не предлага такава подкрепа за лицето.',
      },
    }),
  )
  const keeper = await running.as('administrator')
  const { version, cases, colleagues, ...own } = await keeper.accounts.find({ id: petarId })
  expect([cases, colleagues.map(({ id }) => id).includes(elenaId)]).toEqual([2, true])
  const { displayName, position, roles } = own
  const closing = { id: petarId, version, displayName, position, roles, disabled: true }
  await expect(keeper.accounts.update(click(closing))).rejects.toMatchObject({
    code: 'RULE',
    data: { problems: [{ code: 'accountHasCases', path: ['casesTo'], params: { count: 2 } }] },
  })
  expect(await waits(petar, 'mine'), 'still works').toEqual(ids.slice(0, 2).toSorted())
  await expect(
    keeper.accounts.update(click({ ...closing, casesTo: await idOf(clerk) })),
  ).rejects.toMatchObject(refusal('cannotAnswerForCases'))
  // Without the role it leads none either.
  await expect(
    keeper.accounts.update(click({ ...closing, roles: ['accountant'], disabled: false })),
  ).rejects.toMatchObject(refusal('accountHasCases'))
  await keeper.accounts.update(click({ ...closing, casesTo: elenaId }))
  expect(await waits(elena, 'mine')).toEqual(ids.slice(0, 2).toSorted())
  expect(await whose(ids[2]!), 'what is over stays with whoever led it').toBe('Петър Посетев')
  await expect(give(elena, ids[0]!, petarId)).rejects.toMatchObject(refusal('cannotAnswerForCases'))
  const { person } = await head.applications.find({ id: ids[0]! })
  const { entries } = await head.audit.timeline({ personId: person.id })
  expect(entries[0]).toMatchObject({ action: 'application.given', to: 'Профил socialWorker' })
  // Taken up again, the case of who has left is nobody's: it waits for somebody to take it.
  await head.applications.undo(
    click({ ...(await which(ids[2]!)), reason: 'Решението беше по друго заявление.' }),
  )
  expect(await waits(elena, 'nobody')).toEqual([ids[2]])
})

test('a row that waits carries nothing but what is shown of it', async () => {
  await register(elena)
  const { lines } = await elena.today.list({ kind: 'toAdmit' })
  expect(Object.keys(lines[0] ?? {}).toSorted()).toEqual([
    'caseId',
    'due',
    'firstName',
    'id',
    'lastName',
    'middleName',
    'number',
    'personId',
    'responsible',
  ])
})
