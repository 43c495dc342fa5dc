import { describe, expect, test } from 'vitest'
import { lacking, periodOf, throughOf } from './due.ts'
import {
  attendedMinutes,
  certificateProblems,
  eventStateOn,
  heldProblems,
  isEnough,
  marksProblems,
  namesIn,
} from './rules.ts'
import { eventInputSchema, exemptionInputSchema, type EventForm } from './schema.ts'

const input: EventForm = {
  kind: 'training',
  topic: 'Въвеждащо обучение',
  leader: 'Анна Иванова',
  place: 'с. Примерно',
  groupName: '',
  programme: '',
  sessions: [{ onDate: '2026-11-16', time: { from: 540, to: 660 } }],
}
const faultsOf = (sessions: EventForm['sessions']) => {
  const read = eventInputSchema.safeParse({ ...input, sessions })
  return read.success ? [] : read.error.issues.map(({ message }) => message)
}

describe('sessions', () => {
  test('that touch do not meet; that share a minute do; of different days never', () => {
    const first = { onDate: '2026-11-16', time: { from: 540, to: 660 } }
    expect(faultsOf([first, { onDate: '2026-11-16', time: { from: 660, to: 720 } }])).toEqual([])
    expect(faultsOf([first, { onDate: '2026-11-16', time: { from: 659, to: 720 } }])).toEqual([
      'eventSessionsMeet',
    ])
    expect(faultsOf([first, { ...first, onDate: '2026-11-17' }])).toEqual([])
    expect(faultsOf([{ onDate: '2026-11-16', time: { from: 660, to: 660 } }])).toEqual([
      'timeRangeOrder',
    ])
    expect(faultsOf([])).toEqual(['eventSessionMissing'])
  })

  test('a planned event waits for its presence from the day after its last one', () => {
    const event = { state: 'planned', lastDay: '2026-11-16' } as const
    expect(eventStateOn(event, '2026-11-16')).toBe('planned')
    expect(eventStateOn(event, '2026-11-17')).toBe('toMark')
    expect(eventStateOn({ ...event, state: 'cancelled' }, '2026-11-17')).toBe('cancelled')
  })
})

const sessions = [
  { id: 'a', onDate: '2026-11-16', fromMinute: 540, toMinute: 660 },
  { id: 'b', onDate: '2026-11-17', fromMinute: 540, toMinute: 570 },
]

describe('presence', () => {
  test('an excused absence is no presence: only minutes that one was there count', () => {
    const at = { a: 'present', b: 'excused' } as const
    expect(attendedMinutes(sessions, (id) => at[id as 'a'])).toBe(120)
    expect(isEnough(120, 150, 80)).toBe(true)
    expect(isEnough(119, 150, 80)).toBe(false)
    expect(isEnough(0, 0, 80)).toBe(false)
  })

  test('stands between an event and „Проведено“ as long as one cell is open', () => {
    const event = {
      ...{ state: 'planned' as const, lastDay: '2026-11-17', today: '2026-11-17' },
      ...{ participants: 2, sessions: 2, marks: 3 },
    }
    expect(heldProblems(event)).toEqual([{ code: 'presenceMissing', params: { count: 1 } }])
    expect(heldProblems({ ...event, marks: 4 })).toEqual([])
    expect(heldProblems({ ...event, marks: 4, today: '2026-11-16' })).toMatchObject([
      { code: 'eventNotOver' },
    ])
    expect(heldProblems({ ...event, participants: 0, marks: 0 })).toEqual([{ code: 'eventNobody' }])
  })

  test('of another event, or twice in one cell, is refused', () => {
    const mark = { participantId: 'p', sessionId: 'a', presence: 'present' } as const
    const codes = (...marks: (typeof mark)[]) => marksProblems(marks, [{ id: 'p' }], sessions)
    expect(codes(mark)).toEqual([])
    expect(codes(mark, mark)).toEqual([{ code: 'presenceOfAnother' }])
    expect(codes({ ...mark, sessionId: 'c' as 'a' })).toEqual([{ code: 'presenceOfAnother' }])
  })
})

test('a certificate needs a held training, presence in enough of it, and no other certificate', () => {
  const event = { kind: 'training', state: 'held', minutes: 150 } as const
  const one = { name: 'Мария', certificateNumber: null, attended: 120 }
  const codes = (own: object, person: object = {}) =>
    certificateProblems({ ...event, ...own }, [{ ...one, ...person }], 80).map(({ code }) => code)
  expect(codes({})).toEqual([])
  expect(codes({ kind: 'supervision' })).toEqual(['certificateOfTraining'])
  expect(codes({ state: 'planned' })).toEqual(['certificateBeforeHeld'])
  expect(codes({}, { attended: 119 })).toEqual(['certificateHours'])
  expect(codes({}, { certificateNumber: 'УД-1' })).toEqual(['certificateThere'])
})

test('a name in what is kept without names is seen as a whole word, in any case', () => {
  const people = [{ firstName: 'Мария', middleName: 'Петрова', lastName: 'Стоянова' }]
  expect(namesIn('На СТОЯНОВА ѝ е тежко.', people)).toEqual(['Стоянова'])
  expect(namesIn('Марияна говори за стояновата къща.', people)).toEqual([])
})

test('who need not come brings a paper, or a reason', () => {
  const ground = { kind: 'training', topic: 'Обучение', programme: 'Проект' }
  const faults = (own: object) => {
    const read = exemptionInputSchema.safeParse({
      ...{ ...ground, paperNumber: '', paperDate: null, reason: '' },
      ...own,
    })
    return read.success ? [] : read.error.issues.map(({ message }) => message)
  }
  expect(faults({})).toEqual(['exemptionWithoutGround'])
  expect(faults({ paperNumber: '118' })).toEqual([])
  expect(faults({ reason: 'Списък на общината' })).toEqual([])
})

describe('who is not through', () => {
  test.each([
    ['2026-06-30', 6, '2026-01-01', '2026-06-30'],
    ['2026-07-01', 6, '2026-07-01', '2026-12-31'],
    ['2026-11-16', 12, '2026-01-01', '2026-12-31'],
    ['2028-02-29', 1, '2028-02-01', '2028-02-29'],
    // Five do not go into twelve: the last period ends with the year.
    ['2026-12-31', 5, '2026-11-01', '2026-12-31'],
  ])('%s lies, by %i months, in the period from %s to %s', (day, months, from, to) => {
    expect(periodOf(day, months)).toEqual({ from, to })
  })

  test('a training is asked of everybody, the rest where the office asks; an exemption frees', () => {
    const months = { training: 0, supervision: 6, psychological: 0 }
    const nobody = throughOf({ on: {}, exempt: [] }, months)
    expect(lacking(nobody)).toEqual(['training', 'supervision'])
    const known = { on: { supervision: '2026-11-16' }, exempt: ['training'] as const }
    expect(lacking(throughOf(known, months))).toEqual([])
    expect(throughOf(known, months).training).toEqual({ state: 'exempt', on: null })
  })
})
