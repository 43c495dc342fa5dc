import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { expectAnswer, placeAnswers } from './place-answers.ts'

const never = () => new Promise<never>(() => {})

test('a place that never answers is said after its time, and asked once however often one looks', async () => {
  let questions = 0
  const dead = () => {
    questions += 1
    return never()
  }
  const look = () => expectAnswer('//dead/share', dead, 20)
  await expect(look()).rejects.toMatchObject({ problem: 'placeSilent' })
  await expect(look()).rejects.toMatchObject({ problem: 'placeSilent' })
  expect(questions).toBe(1)
})

test('a place that is there, and one that is not, both answer', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'opora-place-'))
  expect(await placeAnswers(folder)).toBe(true)
  rmSync(folder, { recursive: true })
  expect(await placeAnswers(folder)).toBe(true)
})

test('once it answers again it is asked anew', async () => {
  let answer = () => {}
  const slow = () => new Promise<void>((resolve) => (answer = resolve))
  expect(await placeAnswers('//slow/share', slow, 20)).toBe(false)
  answer()
  await expect.poll(() => placeAnswers('//slow/share', () => Promise.resolve(), 20)).toBe(true)
})
