import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadRestLater } from './rest-of-actions.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('the rest comes after the log-in is there, and what keeps it from coming is written down', async () => {
  const faults: unknown[] = []
  const fault = new Error('a part does not load')
  let begun = false
  loadRestLater(
    (one) => faults.push(one),
    () => {
      begun = true
      return Promise.reject(fault)
    },
  )
  await vi.advanceTimersByTimeAsync(1_000)
  expect(begun).toBe(false)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(faults).toEqual([fault])
})

test('a program that ends before loads nothing any more', async () => {
  const load = vi.fn(() => Promise.resolve())
  loadRestLater(() => undefined, load)()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(load).not.toHaveBeenCalled()
})
