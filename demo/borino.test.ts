import { expect, test } from 'vitest'
import { parseEgn } from '#domain/people/ids.ts'
import { borinoSeries, inventBorino } from './borino.ts'
import type { Desk, Worker } from './desk.ts'
import { createPeopleMaker } from './people.ts'
import { createRandom } from './random.ts'

const end = '2026-11-20'
const workers = ['Елена Оценкова', 'Петър Посетев'].map((name) => ({ name }) as Worker)
/** As much of the desk as inventing asks for: nothing is done at it. */
const desk = { end, workers, random: createRandom('opora') } as unknown as Desk

test('the other municipality is as large as its notice says, and nobody of it is doubled', () => {
  const { cases, assistants } = inventBorino(desk, createPeopleMaker(), 380)
  const served = cases.filter(({ fate }) => fate.served)
  const waiting = cases.filter(({ fate }) => fate.queues)
  expect([served.length, assistants.length, waiting.length]).toEqual([29, 28, 120])
  expect(cases).toHaveLength(29 + 120)
  expect(new Set(cases.map(({ index }) => index)).size).toBe(cases.length)
  expect(cases.every(({ fate }) => fate.series === borinoSeries)).toBe(true)
  const people = [...cases.map(({ person }) => person), ...assistants]
  const numbers = people.map(({ person }) => person.idNumber)
  expect(new Set(numbers).size).toBe(numbers.length)
  for (const number of numbers) {
    expect(parseEgn(number).ok).toBe(true)
    expect(Number(number.slice(6, 9))).toBeGreaterThanOrEqual(926)
  }
})
