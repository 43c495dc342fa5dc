import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { idleWatch } from './idle-watch.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('idle minutes lock, a sign of work puts them off', () => {
  const watch = idleWatch(5)
  vi.advanceTimersByTime(4 * 60_000)
  watch.seen()
  vi.advanceTimersByTime(4 * 60_000)
  expect(watch.isOver()).toBe(false)
  vi.advanceTimersByTime(60_000)
  expect(watch.isOver()).toBe(true)
})

test('a clock that is set years ahead locks nobody, one set back keeps nothing open', () => {
  const watch = idleWatch(5)
  vi.setSystemTime(new Date('2036-01-01T00:00:00Z'))
  expect(watch.isOver()).toBe(false)
  vi.setSystemTime(new Date('2016-01-01T00:00:00Z'))
  vi.advanceTimersByTime(5 * 60_000)
  expect(watch.isOver()).toBe(true)
})
