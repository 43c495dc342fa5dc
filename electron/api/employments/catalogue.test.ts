import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#domain/calendar/civil-date.ts'
import { refusal } from '../testing/refusal.ts'
import { draftEmployment, employee } from '../testing/employment-data.ts'
import { click, openOffice, testToday, type Client, type RunningOffice } from '../testing/office.ts'

let running: RunningOffice
let head: Client
let clerk: Client
beforeAll(async () => {
  running = await openOffice()
  head = await running.as('head')
  clerk = await running.as('clerk')
})
afterAll(() => running.dispose())

const whole = { offset: 0, limit: 100 }

test('a shipped row is changed by the office, in its place, and says whose it is', async () => {
  const { data, certainty } = await head.catalogue.find({ id: 'homeHelper' })
  expect([data.code, certainty]).toEqual([null, 'P'])
  const own = { ...data, code: '53221099' }
  const saved = await head.catalogue.save(click({ ...own, id: 'homeHelper', version: 0 }))
  expect(saved).toEqual({ id: 'homeHelper', version: 1 })
  expect(await head.catalogue.find({ id: 'homeHelper' })).toMatchObject({
    version: 1,
    certainty: null,
    data: { code: '53221099' },
  })
  const late = await refusal(
    head.catalogue.save(click({ ...own, name: 'помощник', id: 'homeHelper', version: 7 })),
  )
  expect(late.code).toBe('CONFLICT')
  const { rows } = await head.catalogue.list({ ...whole, view: 'positions' })
  expect(rows.filter(({ id }) => id === 'homeHelper')).toHaveLength(1)
})

test('what is over is not offered to new contracts; a ground is no position', async () => {
  const { data } = await head.catalogue.find({ id: 'driver' })
  const over = { ...data, validTo: addDays(testToday, -1) }
  await head.catalogue.save(click({ ...over, id: 'driver', version: 0 }))
  const { choices } = await clerk.employments.proposal({ personId: employee(running) })
  expect(choices.positions.map(({ id }) => id)).not.toContain('driver')
  for (const positionId of ['driver', 'termOver', 'nothing']) {
    const one = await draftEmployment(running, clerk, { positionId })
    const issue = { contractDate: testToday, startDate: testToday, number: null }
    const issuing = head.employments.issue(click({ id: one.id, version: one.version, issue }))
    expect((await refusal(issuing)).data['problems'], positionId).toMatchObject([
      { code: 'positionNotOffered', path: ['positionId'] },
    ])
  }
})
