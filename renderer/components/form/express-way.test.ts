import { describe, expect, it } from 'vitest'
import { isFilled, nextStop, type Stop } from './express-way.ts'

const stop = (name: string, part: Partial<Stop> = {}): Stop => ({
  name,
  filled: false,
  wrong: false,
  passBy: false,
  ...part,
})

describe('express way', () => {
  const stops = [
    stop('number'),
    stop('date', { filled: true }),
    stop('service', { filled: true }),
    stop('note', { passBy: true }),
    stop('egn'),
  ]
  it('jumps over filled defaults and over what is passed by', () => {
    expect(nextStop(stops, 0)).toBe(4)
  })
  it('says that the form ends', () => {
    expect(nextStop(stops, 4)).toBeUndefined()
  })
  it('stops at a filled field that is wrong', () => {
    expect(nextStop([stop('a'), stop('b', { filled: true, wrong: true })], 0)).toBe(1)
  })
  it('takes zero and „no“ as answers, an unticked box as none', () => {
    expect([0, 'no', false, [], { from: null, to: 5 }, { from: 1, to: 5 }].map(isFilled)).toEqual([
      true,
      true,
      false,
      false,
      false,
      true,
    ])
  })
})
