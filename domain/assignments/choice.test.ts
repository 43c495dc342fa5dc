import { describe, expect, test } from 'vitest'
import { isNamed, offers, type CandidateOffer, type InPool, type PersonNeeds } from './choice.ts'

describe('offers', () => {
  const needs: PersonNeeds = {
    personId: 'person',
    name: 'Иван Петров Георгиев',
    settlement: 'Примерно',
    floor: '3',
    minutesPerMonth: 1200,
    weekdays: [1, 3, 5],
    acts: ['bathing', 'shopping'],
    wished: [],
    wishedSubstitutes: [],
    kinship: null,
    sex: null,
  }
  const offer: CandidateOffer = {
    weekdays: [1, 2, 3, 4, 5],
    dailyMinutes: 240,
    villages: [],
    hasCar: null,
    climbsStairs: 'yes',
    refusedActs: [],
    namedPerson: '',
    kinship: null,
    trainings: 0,
  }
  const member = (employmentId: string, own: Partial<InPool> = {}): InPool => ({
    employmentId,
    personId: `p-${employmentId}`,
    name: employmentId,
    sex: 'female',
    settlement: 'Далечно',
    deathDate: null,
    status: 'signed',
    startDate: '2026-01-01',
    lastDay: null,
    normMinutes: 4800,
    plannedMinutes: 0,
    offer,
    helps: null,
    ...own,
  })
  const day = '2026-12-01'
  const order = (pool: InPool[], own: Partial<PersonNeeds> = {}) =>
    offers({ ...needs, ...own }, pool, day).map(({ employmentId }) => employmentId)
  const reasons = (one: InPool, own: Partial<PersonNeeds> = {}) =>
    (offers({ ...needs, ...own }, [one], day)[0]?.reasons ?? []).map(
      ({ code, weight }) => `${code} ${weight}`,
    )

  test('the wish goes first, then the same village, then free hours; the blocked are last', () => {
    const pool = [
      member('blocked', { status: 'suspended', settlement: 'Примерно' }),
      member('full', { plannedMinutes: 4000 }),
      member('free'),
      member('near', { settlement: 'Примерно', plannedMinutes: 4000 }),
      member('wished', { plannedMinutes: 4800 }),
    ]
    expect(order(pool, { wished: ['wished'] })).toEqual([
      'wished',
      'near',
      'free',
      'full',
      'blocked',
    ])
  })

  test('the substitute is no obstacle and stands first, before whom the person wished for', () => {
    const substitute = member('substitute', { helps: 'substitute', plannedMinutes: 4800 })
    expect(reasons(substitute)).toContain('substitutesNow for')
    expect(reasons(substitute).join()).not.toContain('blocks')
    expect(order([member('wished'), substitute], { wished: ['wished'] })).toEqual([
      'substitute',
      'wished',
    ])
  })

  test('whoever may not help says why', () => {
    expect(reasons(member('a', { personId: 'person' }))).toContain('self blocks')
    expect(reasons(member('a', { deathDate: '2026-11-01' }))).toContain('deceased blocks')
    expect(reasons(member('a', { startDate: '2026-12-02' }))).toContain('notInForce blocks')
    expect(reasons(member('a', { status: 'ended', lastDay: '2026-12-10' }))).not.toContain(
      'notInForce blocks',
    )
    expect(reasons(member('a', { helps: 'now' }))).toContain('helpsNow blocks')
  })

  test('days, acts, stairs, sex and kinship are told, each by itself', () => {
    const told = reasons(
      member('a', {
        sex: 'male',
        offer: {
          ...offer,
          weekdays: [1, 2],
          refusedActs: ['bathing', 'cooking'],
          climbsStairs: 'no',
          namedPerson: 'Иван Георгиев',
          kinship: 'child',
          trainings: 1,
        },
      }),
      { sex: 'female' },
    )
    expect(told).toEqual(
      expect.arrayContaining([
        'daysMissing against',
        'actsRefused against',
        'stairs against',
        'sexOther against',
        'namesThePerson for',
        'kin note',
        'trained for',
      ]),
    )
    const [first] = offers(needs, [member('a', { offer: { ...offer, weekdays: [1, 2] } })], day)
    expect(first?.reasons.find(({ code }) => code === 'daysMissing')?.weekdays).toEqual([3, 5])
  })

  test('who was never asked is not counted as refusing', () => {
    const told = reasons(member('a', { offer: null }))
    expect(told).toContain('notAsked note')
    expect(told.join()).not.toMatch(/daysMissing|actsRefused|stairs/)
  })

  test('a name is recognised by two of its words, and by no other person’s', () => {
    expect(isNamed('Мария Стоянова', 'Мария Петрова Стоянова')).toBe(true)
    expect(isNamed('Стоянова', 'Мария Петрова Стоянова')).toBe(false)
    expect(isNamed('Мария Иванова', 'Мария Петрова Стоянова')).toBe(false)
    expect(isNamed('', 'Мария Петрова Стоянова')).toBe(false)
  })
})
