import { afterEach, beforeEach, expect, test } from 'vitest'
import { settingKeys } from '#domain/settings/catalogue.ts'
import { settingGroups } from '#domain/settings/groups.ts'
import { click, openOffice, testToday, type RunningOffice } from '../testing/office.ts'

let running: RunningOffice
beforeEach(async () => {
  running = await openOffice()
})
afterEach(() => running.dispose())

const order = { key: 'personsPerAssistant', value: 4, source: 'Заповед № 7' }

test('every rule stands in one group, with its default and where that comes from', async () => {
  const head = await running.as('head')
  const lists = await Promise.all(settingGroups.map((group) => head.settings.list({ group })))
  expect(
    lists
      .flat()
      .map((rule) => rule.key)
      .sort(),
  ).toEqual([...settingKeys].sort())
  const team = lists.flat().find((rule) => rule.key === 'minTeamSize')
  expect(team).toMatchObject({ value: 2, validFrom: null, source: 'чл. 80, ал. 2 от ЗСУ' })
})

test('a value holds from its day on; a later one waits; a second of the same day corrects', async () => {
  const head = await running.as('head')
  const rule = async () =>
    (await head.settings.list({ group: 'limits' })).find((one) => one.key === order.key)
  await head.settings.add(click({ ...order, validFrom: '2026-12-01' }))
  expect(await rule()).toMatchObject({ value: 3, validFrom: null })
  await head.settings.add(click({ ...order, value: 5, validFrom: testToday }))
  await head.settings.add(click({ ...order, value: 6, validFrom: testToday }))
  expect(await rule()).toMatchObject({ value: 6, validFrom: testToday, source: 'Заповед № 7' })
  expect((await rule())?.history).toHaveLength(3)
})

test('the past is locked, and a value of the wrong kind or size is refused at its field', async () => {
  const head = await running.as('head')
  const refusedWith = async (given: object) => {
    const work = head.settings.add(click({ ...order, validFrom: testToday, ...given }))
    const error = await work.then(
      () => undefined,
      (thrown: unknown) => thrown as { data: { problems: { code: string }[] } },
    )
    return error?.data.problems[0]?.code
  }
  expect(await refusedWith({ validFrom: '2026-11-15' })).toBe('settingInPast')
  expect(await refusedWith({ value: 51 })).toBe('tooBig')
  expect(await refusedWith({ value: 'четири' })).toBe('settingWrongType')
  expect(await refusedWith({ key: 'constructor' })).toBe('settingUnknown')
  expect(await refusedWith({ source: ' ' })).toBe('settingSourceRequired')
  expect(await refusedWith({})).toBeUndefined()
})

test('the idle minutes hold at once', async () => {
  const head = await running.as('head')
  await head.settings.add(
    click({ key: 'idleLockMinutes', value: 3, validFrom: testToday, source: 'решение' }),
  )
  expect(await head.session.current({})).toMatchObject({ status: 'open', idleMinutes: 3 })
  running.advance(4 * 60_000)
  await expect(head.office.find({})).rejects.toMatchObject({ code: 'LOCKED' })
})

test('a mask, its prefix and its index are refused together where two papers could get one number', async () => {
  const head = await running.as('head')
  const add = (key: string, value: string) =>
    head.settings
      .add(click({ key, value, validFrom: testToday, source: 'Заповед № 7' }))
      .then(() => null)
      .catch((error: unknown) => (error as { data: { problems: object[] } }).data.problems)
  const touches = [{ code: 'maskNumberTouchesFigure', path: ['value'] }]
  expect(await add('contractNumberIndex', '1')).toEqual(touches)
  expect(await add('contractNumberMask', '{year}{n}')).toEqual(touches)
  expect(await add('contractNumberPrefix', '$$')).toBeNull()
  expect(await add('contractNumberMask', '{prefix}-{index}-{n}')).toBeNull()
  expect(await add('contractNumberIndex', '1')).toBeNull()
})
