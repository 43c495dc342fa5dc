import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FailedAttempts, failedAttemptsFile, type FailedAttempt } from './failed-attempts.ts'

let folder = ''
const clock = { wall: 0, mono: 0 }
/** A fresh object is a fresh process: what it knows comes from the file. */
const start = () =>
  new FailedAttempts(folder, { now: () => clock.wall, monotonic: () => clock.mono })
function pass(ms: number): void {
  clock.wall += ms
  clock.mono += ms
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opora-attempts-'))
  clock.wall = Date.parse('2026-03-02T08:00:00Z')
  clock.mono = 1000
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('two slips are free, then the wait doubles up to a quarter of an hour', () => {
  const attempts = start()
  const waits = Array.from({ length: 14 }, () => attempts.note('slot'))
  expect(waits).toEqual([0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900, 900])
  expect(attempts.secondsToWait('slot')).toBe(900)
  expect(attempts.secondsToWait('other')).toBe(0)
})

test('a restart of the program does not end the wait', () => {
  const attempts = start()
  for (let i = 0; i < 5; i++) attempts.note('slot')
  pass(5_000)
  expect(start().secondsToWait('slot')).toBe(15)
  pass(15_000)
  expect(start().secondsToWait('slot')).toBe(0)
})

test('a clock set back or forward does not end it while the program runs', () => {
  const attempts = start()
  for (let i = 0; i < 5; i++) attempts.note('slot')
  clock.wall += 3_600_000
  expect(attempts.secondsToWait('slot')).toBe(20)
  clock.wall -= 7_200_000
  expect(attempts.secondsToWait('slot')).toBe(20)
})

test('a clock set back across a restart starts the whole wait anew and no longer than that', () => {
  for (let i = 0; i < 5; i++) start().note('slot')
  clock.wall -= 86_400_000
  const again = start()
  expect(again.secondsToWait('slot')).toBe(20)
  pass(20_000)
  expect(again.secondsToWait('slot')).toBe(0)
  expect(start().secondsToWait('slot')).toBe(0)
})

test('success ends the back-off but what happened still reaches the chain, once', () => {
  const attempts = start()
  for (let i = 0; i < 3; i++) attempts.note('slot')
  attempts.succeeded('slot')
  expect(attempts.secondsToWait('slot')).toBe(0)
  const written: FailedAttempt[][] = []
  expect(() => {
    start().drain(() => {
      throw new Error('the transaction failed')
    })
  }).toThrow()
  start().drain((events) => written.push(events))
  start().drain((events) => written.push(events))
  expect(written).toEqual([
    Array.from({ length: 3 }, () => ({ slotId: 'slot', at: '2026-03-02T08:00:00.000Z' })),
  ])
})

test('the file holds slot ids only, and a torn one does not keep people out', () => {
  start().note('slot')
  const text = readFileSync(join(folder, failedAttemptsFile), 'utf8')
  expect(Object.keys(JSON.parse(text) as object).sort()).toEqual(['dropped', 'events', 'slots'])
  writeFileSync(join(folder, failedAttemptsFile), text.slice(0, 20))
  expect(start().secondsToWait('slot')).toBe(0)
  expect(start().note('slot')).toBe(0)
})
