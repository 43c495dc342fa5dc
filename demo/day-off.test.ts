import { afterAll, beforeAll, expect, test } from 'vitest'
import { isWorkingDay } from '#domain/calendar/working-days.ts'
import { click, openOffice, testToday, type RunningOffice } from '#electron/api/testing/office.ts'
import { enterDayOff } from './day-off.ts'

let running: RunningOffice
beforeAll(async () => {
  running = await openOffice()
})
afterAll(() => running.dispose())

test('the demo office has a day of its own that would have been a working one', async () => {
  const head = await running.as('head')
  await enterDayOff({ head, click, end: testToday })
  const days = await head.calendar.list({})
  expect(days).toMatchObject([{ date: '2026-12-07', kind: 'off' }])
  expect(isWorkingDay('2026-12-07')).toBe(true)
  expect(isWorkingDay('2026-12-07', days)).toBe(false)
})
