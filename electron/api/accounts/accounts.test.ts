import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  click,
  openOffice,
  testOfficeInput,
  testPassword,
  workDays,
  type RunningOffice,
} from '../testing/office.ts'

let running: RunningOffice
beforeEach(async () => {
  running = await openOffice()
})
afterEach(() => running.dispose())

const given = 'дадена вода 48 реки'
const clerk = { displayName: 'Георги Димитров', position: 'деловодител', roles: ['clerk' as const] }

async function slotOf(name: string): Promise<string | undefined> {
  const state = await running.stranger().session.current({})
  if (state.status === 'new') throw new Error('not set up')
  return state.profiles.find((profile) => profile.displayName === name)?.slotId
}

test('a new profile must choose its own password, and not the same again', async () => {
  const administrator = await running.as('administrator')
  await administrator.accounts.create(click({ ...clerk, password: given }))
  const own = running.stranger()
  const slotId = (await slotOf(clerk.displayName)) ?? ''
  expect(await own.session.logIn({ slotId, password: given })).toMatchObject({
    mustChangePassword: true,
  })
  // Whoever gave the password could read the dossiers under this name.
  const read = () => own.people.list({ offset: 0, limit: 1 })
  await expect(read()).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(own.session.changePassword({ old: given, new: given })).rejects.toMatchObject({
    data: { problems: [{ code: 'passwordSame', path: ['password'] }] },
  })
  await own.session.changePassword({ old: given, new: testPassword })
  expect(await own.session.current({})).toMatchObject({ mustChangePassword: false })
  expect((await read()).total).toBe(0)
})

test('who has left keeps no slot; let in again, only a new password opens', async () => {
  const administrator = await running.as('administrator')
  const { id } = await administrator.accounts.create(click({ ...clerk, password: given }))
  const old = (await slotOf(clerk.displayName)) ?? ''
  const left = { ...clerk, id, version: 1, disabled: true }
  await administrator.accounts.update(click(left))
  expect(await slotOf(clerk.displayName)).toBeUndefined()
  await expect(
    running.stranger().session.logIn({ slotId: old, password: given }),
  ).rejects.toMatchObject({ data: { reason: 'badPassword' } })
  const reset = { id, password: 'нова река 48 камъка' }
  await expect(administrator.accounts.resetPassword(click(reset))).rejects.toMatchObject({
    data: { problems: [{ code: 'accountDisabled' }] },
  })
  await administrator.accounts.update(click({ ...left, version: 2, disabled: false }))
  await administrator.accounts.resetPassword(click(reset))
  const slotId = (await slotOf(clerk.displayName)) ?? ''
  const again = running.stranger()
  expect(await again.session.logIn({ slotId, password: reset.password })).toMatchObject({
    status: 'open',
    mustChangePassword: true,
  })
})

test('two windows: the later save of a profile is shown what the first one wrote, and by whom', async () => {
  const administrator = await running.as('administrator')
  const { id } = await administrator.accounts.create(click({ ...clerk, password: given }))
  const edit = { ...clerk, id, version: 1, disabled: false }
  await administrator.accounts.update(click({ ...edit, position: 'архивар' }))
  await expect(
    administrator.accounts.update(click({ ...edit, position: 'секретар' })),
  ).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { changedBy: 'Профил administrator', theirs: { position: 'архивар', version: 2 } },
  })
})

test('two windows: the office’s own data conflict the same way', async () => {
  const head = await running.as('head')
  const { version } = await head.office.find({})
  await head.office.update(
    click({ version, data: { ...testOfficeInput, mayorTitle: 'кмет на община' } }),
  )
  await expect(
    head.office.update(click({ version, data: { ...testOfficeInput, mayorTitle: 'в.и.д. кмет' } })),
  ).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { changedBy: 'Профил head', theirs: { mayorTitle: 'кмет на община' } },
  })
})

test('a programme that is not built is refused at its field', async () => {
  const head = await running.as('head')
  const { version } = await head.office.find({})
  await expect(
    head.office.update(
      click({ version, data: { ...testOfficeInput, programme: 'personalAssistance' } }),
    ),
  ).rejects.toMatchObject({ data: { problems: [{ code: 'regimeNotBuilt', path: ['programme'] }] } })
})

test('nothing of a slot and nothing of one’s own screen is in the list of profiles', async () => {
  const administrator = await running.as('administrator')
  const [first] = (await administrator.accounts.list({ offset: 0, limit: 50 })).rows
  expect(Object.keys(first ?? {})).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/slot|preferences/)]),
  )
})

test('the office keeps an administrator', async () => {
  const administrator = await running.as('administrator')
  const order = [{ by: 'displayName', descending: true }]
  const { rows: all } = await administrator.accounts.list({ order, offset: 0, limit: 50 })
  const administrators = all.filter((one) => one.roles.includes('administrator'))
  for (const [index, one] of administrators.entries()) {
    const work = administrator.accounts.update(
      click({
        id: one.id,
        version: one.version,
        displayName: one.displayName,
        position: one.position,
        roles: ['clerk'],
        disabled: false,
      }),
    )
    if (index < administrators.length - 1 && one.displayName !== 'Профил administrator') await work
    else
      await expect(work).rejects.toMatchObject({
        data: { problems: [{ code: 'lastAdministrator' }] },
      })
  }
})

test('drafts: one’s own alone, by title, given back as they were typed, forgotten after a month', async () => {
  const worker = await running.as('socialWorker')
  await worker.drafts.save({ form: 'people:new', title: 'Ново лице', payload: { firstName: 'Ив' } })
  expect(await worker.drafts.find({ form: 'people:new' })).toMatchObject({
    payload: { firstName: 'Ив' },
  })
  expect(await worker.drafts.list({})).toMatchObject({
    keptDays: 30,
    drafts: [{ form: 'people:new', title: 'Ново лице' }],
  })
  const other = await running.as('head')
  expect((await other.drafts.list({})).drafts).toEqual([])
  running.advance(31 * 86_400_000)
  await workDays(running)
  const later = await running.as('socialWorker')
  await expect.poll(async () => (await later.drafts.list({})).drafts).toEqual([])
})

test('a log-in with the clock years ahead takes no draft: nobody has worked in that time', async () => {
  const worker = await running.as('socialWorker')
  await worker.drafts.save({ form: 'people:new', title: 'Ново лице', payload: { firstName: 'Ив' } })
  running.advance(5 * 366 * 86_400_000)
  const later = await running.as('socialWorker')
  await setTimeout(20)
  expect((await later.drafts.list({})).drafts).toHaveLength(1)
})
