import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dateOfDayNumber } from '#domain/calendar/civil-date.ts'
import { composeEgn, parseEgn, parseEik, parseIban, parseIdCard, parseLnch } from './ids.ts'
import { pensionAgeReachedOn } from './pension-age.ts'
import { capacityOn, checkPerson, checkRepresentative, signingOf } from './rules.ts'
import { personSchema, representativeSchema, telkDecisionSchema } from './schema.ts'
import type { Capacity, PersonData, PersonInput, RepresentativeData } from './schema.ts'
import { distance, likenessOf } from './similar.ts'
import { checkTelkDecision, hasAttendanceOn, telkInForceOn, telkStateOn } from './telk.ts'

const today = '2026-11-21'
const code = (r: { ok: true } | { ok: false; problems: { code: string }[] }) =>
  r.ok ? undefined : r.problems[0]?.code

describe('numbers', () => {
  test.each([
    ['7523169263', '1875-03-16', 'male'],
    ['8032056031', '1880-12-05', 'female'],
    ['7542011030', '2075-02-01', 'female'],
    ['6101047500', '1961-01-04', 'male'],
  ])('ЕГН %s', (egn, birthDate, sex) => {
    expect(parseEgn(egn)).toEqual({ ok: true, value: { egn, birthDate, sex } })
  })
  test('ЕГН refused, each for its own reason', () => {
    expect(code(parseEgn(''))).toBe('egnRequired')
    expect(parseEgn('610104750')).toEqual({
      ok: false,
      problems: [{ code: 'egnLength', params: { count: 9 } }],
    })
    expect(code(parseEgn('61O1047500'))).toBe('egnDigits')
    expect(code(parseEgn('8019010008'))).toBe('egnDate')
    expect(code(parseEgn('6101327500'))).toBe('egnDate')
    expect(code(parseEgn('6153047500'))).toBe('egnDate')
    expect(code(parseEgn('6101047501'))).toBe('egnChecksum')
    expect(parseEgn(' 610104 7500 ')).toMatchObject({ ok: true })
  })
  test('what is inside comes out again; a wrong check digit is always found', () => {
    const day = fc.integer({ min: -47_000, max: 47_000 }).map(dateOfDayNumber)
    fc.assert(
      fc.property(day, fc.nat(999), fc.integer({ min: 1, max: 9 }), (birthDate, serial, by) => {
        const right = composeEgn(birthDate, serial)
        const sex = serial % 2 === 0 ? 'male' : 'female'
        expect(parseEgn(right)).toMatchObject({ ok: true, value: { birthDate, sex } })
        const last = String((Number(right.charAt(9)) + by) % 10)
        expect(code(parseEgn(`${right.slice(0, 9)}${last}`))).toBe('egnChecksum')
      }),
    )
  })
  test('ЛНЧ', () => {
    expect(parseLnch('7111042925')).toEqual({ ok: true, value: '7111042925' })
    expect(code(parseLnch('7111042922'))).toBe('lnchChecksum')
    expect(code(parseLnch('711104292'))).toBe('lnchLength')
    // One figure ten times fits the check digit of a ЛНЧ and may fit that of an ЕГН.
    for (let figure = 0; figure <= 9; figure += 1) {
      const same = String(figure).repeat(10)
      expect(code(parseLnch(same)), same).toBe('lnchChecksum')
      expect(parseEgn(same).ok, same).toBe(false)
    }
  })
  test('ЕИК of 9 and 13 digits', () => {
    expect(parseEik('175074752')).toMatchObject({ ok: true })
    expect(parseEik('000 193 282')).toEqual({ ok: true, value: '000193282' })
    expect(code(parseEik('175074751'))).toBe('eikChecksum')
    expect(code(parseEik('17507475'))).toBe('eikLength')
    // branch of 000193282, check digit by hand: 2·2 + 7·0 + 3·0 + 5·1 = 9 → 9
    expect(parseEik('0001932820019')).toMatchObject({ ok: true })
    expect(code(parseEik('0001932820018'))).toBe('eikChecksum')
  })
  test('identity cards, with Cyrillic twins of the Latin letters', () => {
    expect(parseIdCard('641234567')).toEqual({ ok: true, value: '641234567' })
    expect(parseIdCard('аа1234567')).toEqual({ ok: true, value: 'AA1234567' })
    expect(code(parseIdCard('ЯЯ1234567'))).toBe('idCardFormat')
    expect(code(parseIdCard('64123456'))).toBe('idCardFormat')
  })
  test('IBAN', () => {
    expect(parseIban('BG80 BNBG 9661 1020 3456 78')).toEqual({
      ok: true,
      value: 'BG80BNBG96611020345678',
    })
    expect(parseIban('DE89 3704 0044 0532 0130 00')).toMatchObject({ ok: true })
    expect(code(parseIban('BG81BNBG96611020345678'))).toBe('ibanChecksum')
    expect(code(parseIban('BG80BNBG9661102034567'))).toBe('ibanLength')
    expect(code(parseIban('ден'))).toBe('ibanFormat')
  })
})

const address = { settlementKind: 'village' as const, settlement: 'Примерно' }
const input = (over: Partial<PersonInput> = {}): PersonInput => ({
  firstName: 'иван',
  middleName: 'Петров',
  lastName: 'ГЕОРГИЕВ',
  idKind: 'egn',
  idNumber: '450612 9262',
  birthDate: '1945-06-12',
  sex: 'male',
  currentAddress: address,
  ...over,
})
const egn = composeEgn('1945-06-12', 926)
const person = (over: Partial<PersonInput> = {}): PersonData =>
  personSchema.parse(input({ idNumber: egn, ...over }))
const codesOf = (value: unknown) => {
  const result = personSchema.safeParse(value)
  return result.success ? [] : result.error.issues.map((i) => `${i.path.join('.')}:${i.message}`)
}

describe('the form of a person', () => {
  test('is repaired and kept; what is kept is accepted again unchanged', () => {
    const once = person({
      phones: [{ number: '+359 888 123 456', note: ' ' }],
      email: '',
      iban: 'bg80 bnbg 9661 1020 3456 78',
    })
    expect(once).toMatchObject({
      firstName: 'Иван',
      lastName: 'Георгиев',
      idNumber: egn,
      citizenship: 'българско',
      permanentAddress: null,
      phones: [{ number: '0888123456', note: null }],
      email: null,
      iban: 'BG80BNBG96611020345678',
      capacity: 'capable',
    })
    expect(personSchema.parse(once)).toEqual(once)
  })
  test('names every problem in one save, each at its field', () => {
    expect(
      codesOf(
        input({
          firstName: 'Ивaн',
          lastName: '',
          idNumber: '12345',
          birthDate: '2026-02-30',
          email: 'няма',
          currentAddress: { ...address, settlement: '', postCode: '25' },
        }),
      ).sort(),
    ).toEqual([
      'birthDate:dateFormat',
      'currentAddress.postCode:postCodeFormat',
      'currentAddress.settlement:settlementRequired',
      'email:emailFormat',
      'firstName:nameMixedScript',
      'idNumber:egnLength',
      'lastName:lastNameRequired',
    ])
  })
  test('one name is kept as one; an empty family name is still missing', () => {
    const one = person({ firstName: 'субхан', middleName: null, lastName: null })
    expect(one).toMatchObject({ firstName: 'Субхан', middleName: null, lastName: null })
    expect(personSchema.parse(one)).toEqual(one)
    expect(codesOf(input({ idNumber: egn, lastName: null, middleName: 'Али' }))).toEqual([
      'middleName:middleNameOfOneName',
    ])
    expect(codesOf(input({ idNumber: egn, lastName: '' }))).toEqual(['lastName:lastNameRequired'])
    expect(checkPerson(one, today).warnings.map(({ code: said }) => said)).toEqual([
      'oneNameWithEgn',
    ])
  })
  test('empty boxes name what is missing', () => {
    expect(codesOf(input({ idNumber: '', birthDate: '' })).sort()).toEqual([
      'birthDate:birthDateRequired',
      'idNumber:egnRequired',
    ])
  })
  test('emoji, direction marks and ten thousand characters', () => {
    expect(codesOf(input({ idNumber: egn, firstName: 'Иван😀' }))).toEqual(['firstName:textEmoji'])
    expect(codesOf(input({ idNumber: egn, gp: 'д-р 😀' }))).toEqual(['gp:textEmoji'])
    expect(codesOf(input({ idNumber: egn, gp: '\u202eд-р Петров' }))).toEqual(['gp:textTurned'])
    expect(person({ gp: '\u202aд-р\u200b Петров\u202c' }).gp).toBe('д-р Петров')
    expect(codesOf(input({ idNumber: egn, lastName: 'а'.repeat(10_000) }))).toEqual([
      'lastName:nameTooLong',
    ])
    expect(codesOf(input({ idNumber: egn, gp: 'а'.repeat(10_000) }))).toEqual(['gp:textTooLong'])
    expect(codesOf(input({ idNumber: 'а'.repeat(10_000) }))).toEqual(['idNumber:idNumberFormat'])
  })
  test('the kind of number decides its check', () => {
    expect(codesOf(input({ idKind: 'lnch', idNumber: '7111042922' }))).toEqual([
      'idNumber:lnchChecksum',
    ])
    expect(person({ idKind: 'other', idNumber: 'p 1234-ab' }).idNumber).toBe('P 1234-AB')
  })
})

describe('rules of a person', () => {
  const codes = (over: Partial<PersonInput>) => {
    const { blocks, warnings } = checkPerson(person(over), today)
    return { blocks: blocks.map((p) => p.code), warnings: warnings.map((p) => p.code) }
  }
  test('nothing to say about a plain record', () => {
    expect(codes({})).toEqual({ blocks: [], warnings: [] })
  })
  test('the number against birth date and sex', () => {
    expect(codes({ sex: 'female' })).toEqual({ blocks: [], warnings: ['sexNotAsEgn'] })
    expect(codes({ birthDate: '1945-06-13' }).blocks).toEqual(['birthDateNotAsEgn'])
  })
  test('birth in the future is blocked', () => {
    const tomorrow = addDays(today, 1)
    expect(codes({ birthDate: tomorrow, idNumber: composeEgn(tomorrow, 926) }).blocks).toEqual([
      'birthDateInFuture',
    ])
  })
  test('dates of the card and of death', () => {
    expect(codes({ idCardIssuedOn: '2026-12-01' }).blocks).toEqual(['idCardInFuture'])
    expect(codes({ idCardIssuedOn: '2020-05-01', idCardValidUntil: '2020-05-01' }).blocks).toEqual([
      'validUntilBeforeIssue',
    ])
    expect(codes({ idCardValidUntil: '2026-11-20' }).warnings).toEqual(['idCardExpired'])
    expect(
      codes({ idCardIssuedOn: '2023-05-01', idCardValidUntil: '2033-05-01' }).warnings,
    ).toEqual(['idCardTooLong'])
    expect(codes({ deathDate: '2026-11-22' }).blocks).toEqual(['deathInFuture'])
    expect(codes({ deathDate: '1945-06-11' }).blocks).toEqual(['deathBeforeBirth'])
  })
  test('capacity follows age', () => {
    expect(codes({ capacity: 'minor14to18' }).warnings).toEqual(['capacityNotAsAge'])
    expect(codes({ capacity: 'fullInterdiction' }).warnings).toEqual(['ownWishMissing'])
    const born = '2012-11-21'
    expect(capacityOn({ birthDate: born, capacity: 'capable' }, '2026-11-20')).toBe('minorUnder14')
    expect(capacityOn({ birthDate: born, capacity: 'minorUnder14' }, today)).toBe('minor14to18')
    expect(capacityOn({ birthDate: born, capacity: 'minor14to18' }, '2030-11-21')).toBe('capable')
    expect(capacityOn({ birthDate: born, capacity: 'fullInterdiction' }, '2029-01-01')).toBe(
      'fullInterdiction',
    )
  })
})

const representative = (over: Partial<RepresentativeData>): RepresentativeData =>
  representativeSchema.parse({
    kind: 'guardian',
    firstName: 'Анна',
    lastName: 'Георгиева',
    idNumber: composeEgn('1970-03-02', 927),
    documentKind: 'guardianshipCertificate',
    documentNumber: '12',
    ...over,
  })

describe('who signs', () => {
  const who = (
    capacity: Capacity,
    kinds: RepresentativeData['kind'][],
    over: { cannotSign?: boolean; birthDate?: string } = {},
  ) =>
    signingOf(
      { birthDate: over.birthDate ?? '1945-06-12', capacity, cannotSign: over.cannotSign ?? false },
      kinds.map((kind) => representative({ kind })),
      today,
    )
  test('a capable person alone, by proxy, by thumbprint', () => {
    expect(who('capable', [])).toEqual({ mode: 'person' })
    expect(who('capable', ['proxy'])).toMatchObject({
      mode: 'proxyFor',
      representative: { kind: 'proxy' },
    })
    expect(who('capable', [], { cannotSign: true })).toEqual({ mode: 'thumbprint' })
    expect(who('capable', ['guardian', 'curator'])).toEqual({ mode: 'person' })
  })
  test('запрещение: the guardian for, the curator with, a proxy never', () => {
    expect(who('fullInterdiction', ['guardian'])).toMatchObject({ mode: 'guardianFor' })
    expect(who('limitedInterdiction', ['curator'])).toMatchObject({ mode: 'curatorWith' })
    expect(who('fullInterdiction', ['proxy', 'curator', 'parent'])).toEqual({
      mode: 'cannotSign',
      problem: { code: 'guardianMissing' },
    })
    expect(who('limitedInterdiction', ['proxy'])).toEqual({
      mode: 'cannotSign',
      problem: { code: 'curatorMissing' },
    })
  })
  test('children', () => {
    const child = { birthDate: '2015-01-01' }
    expect(who('capable', ['parent'], child)).toMatchObject({ mode: 'guardianFor' })
    expect(who('capable', [], child)).toMatchObject({ problem: { code: 'parentMissing' } })
    expect(who('capable', ['parent'], { birthDate: '2010-01-01' })).toMatchObject({
      mode: 'curatorWith',
      representative: { kind: 'parent' },
    })
  })
  test('only a document valid on the day counts', () => {
    const proxy = representative({
      kind: 'proxy',
      validFrom: '2026-01-01',
      validUntil: '2026-11-20',
    })
    const p = { birthDate: '1945-06-12', capacity: 'capable' as const, cannotSign: false }
    expect(signingOf(p, [proxy], today)).toEqual({ mode: 'person' })
    expect(signingOf(p, [proxy], '2026-11-20').mode).toBe('proxyFor')
    expect(signingOf(p, [{ ...proxy, signsContracts: false }], '2026-11-20').mode).toBe('person')
  })
  test('checks of a representative', () => {
    const p = { birthDate: '1945-06-12', capacity: 'capable' as const, idNumber: egn }
    const codes = (over: Partial<RepresentativeData>) => {
      const { blocks, warnings } = checkRepresentative(representative(over), p, today)
      return [...blocks, ...warnings].map((x) => x.code)
    }
    expect(codes({ kind: 'proxy', scope: 'да подава документи' })).toEqual([])
    expect(codes({ kind: 'proxy' })).toEqual(['proxyScopeMissing'])
    expect(codes({ kind: 'guardian' })).toEqual(['representativeNotAsCapacity'])
    expect(codes({ kind: 'proxy', scope: 'x', idNumber: egn })).toEqual(['representativeIsPerson'])
    expect(codes({ kind: 'proxy', scope: 'x', idNumber: composeEgn('2010-01-01', 926) })).toEqual([
      'representativeUnderAge',
    ])
    expect(
      codes({ kind: 'proxy', scope: 'x', validFrom: '2026-02-01', validUntil: '2026-01-01' }),
    ).toEqual(['validUntilBeforeFrom'])
  })
})

describe('ТЕЛК', () => {
  const decision = (over: object = {}) =>
    telkDecisionSchema.parse({
      number: '1234',
      decidedOn: '2024-03-01',
      kind: 'workCapacity',
      percent: 92,
      attendance: true,
      validUntil: '2027-03-01',
      ...over,
    })
  const young = { birthDate: '1990-05-05', sex: 'female' as const }
  test('pension age by year and sex (КСО, чл. 68)', () => {
    // women 62 y 6 m in 2026, men 64 y 9 m
    expect(pensionAgeReachedOn('1964-05-10', 'female')).toBe('2026-11-10')
    expect(pensionAgeReachedOn('1962-02-10', 'male')).toBe('2026-11-10')
    expect(pensionAgeReachedOn('1972-06-10', 'female')).toBe('2037-06-10')
    expect(pensionAgeReachedOn('1945-06-12', 'male') < '2009-01-01').toBe(true)
  })
  test('pension age is reached once, between 60 and 65', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -18_000, max: 11_000 }).map(dateOfDayNumber),
        fc.constantFrom('male' as const, 'female' as const),
        (birth, sex) => {
          const on = pensionAgeReachedOn(birth, sex)
          expect(on >= `${String(Number(birth.slice(0, 4)) + 60)}${birth.slice(4)}`).toBe(true)
          expect(on <= `${String(Number(birth.slice(0, 4)) + 65)}-12-31`).toBe(true)
        },
      ),
    )
  })
  test('states', () => {
    expect(telkStateOn(decision(), young, today)).toEqual({
      state: 'valid',
      until: '2027-03-01',
      daysLeft: 100,
    })
    expect(telkStateOn(decision(), young, '2027-02-01')).toMatchObject({
      state: 'expiring',
      daysLeft: 28,
    })
    expect(telkStateOn(decision(), young, '2027-03-01')).toMatchObject({
      state: 'expiring',
      daysLeft: 0,
    })
    expect(telkStateOn(decision(), young, '2027-03-02')).toMatchObject({ state: 'expired' })
    expect(telkStateOn(decision({ lifetime: true, validUntil: null }), young, today)).toEqual({
      state: 'lifetime',
    })
  })
  test('lifetime by law: pension age within the term or before the decision (ЗХУ, чл. 26, ал. 3)', () => {
    const old = { birthDate: '1945-06-12', sex: 'male' as const }
    expect(telkStateOn(decision(), old, '2030-01-01')).toEqual({
      state: 'lifetimeByLaw',
      since: '2024-03-01',
    })
    const within = { birthDate: '1964-05-10', sex: 'female' as const }
    expect(telkStateOn(decision(), within, '2026-11-09').state).toBe('valid')
    expect(telkStateOn(decision(), within, '2026-11-10')).toEqual({
      state: 'lifetimeByLaw',
      since: '2026-11-10',
    })
    // reached only after the term had ended: the term counts
    expect(telkStateOn(decision({ validUntil: '2026-11-01' }), within, today).state).toBe('expired')
  })
  test('which decision counts, and whether it gives help by another person', () => {
    const first = decision({ number: '1', decidedOn: '2020-01-01' })
    const second = decision({ number: '2', decidedOn: '2025-01-01' })
    const appealed = decision({ number: '3', decidedOn: '2026-01-01', inForce: false })
    expect(telkInForceOn([first, appealed, second], today)?.number).toBe('2')
    expect(telkInForceOn([first, second], '2024-01-01')?.number).toBe('1')
    expect(telkInForceOn([first], '2019-01-01')).toBeUndefined()
    expect(hasAttendanceOn(decision({ attendance: false }), young, today)).toBe(false)
    expect(hasAttendanceOn(decision({ attendanceUntil: '2026-11-20' }), young, today)).toBe(false)
    expect(hasAttendanceOn(decision(), young, '2027-03-02')).toBe(false)
    expect(hasAttendanceOn(decision({ attendanceLifetime: true }), young, '2027-03-02')).toBe(true)
  })
  test('checks', () => {
    const codes = (over: object) => {
      const r = checkTelkDecision(decision(over), young, today)
      return r.ok ? [] : r.problems.map((p) => p.code)
    }
    expect(codes({})).toEqual([])
    expect(codes({ decidedOn: '2026-12-01' })).toEqual(['telkInFuture'])
    expect(codes({ validUntil: null })).toEqual(['telkTermRequired'])
    expect(codes({ lifetime: true })).toEqual(['telkTermTwice'])
    expect(codes({ validUntil: '2024-03-01' })).toEqual(['validUntilBeforeIssue'])
  })
  test('fields', () => {
    const codes = (over: object) => {
      const r = telkDecisionSchema.safeParse({ ...decision(), ...over })
      return r.success ? [] : r.error.issues.map((i) => i.message)
    }
    expect(codes({ percent: 70.99 })).toEqual([])
    expect(codes({ percent: 70.991 })).toEqual(['percentDecimals'])
    expect(codes({ percent: 101 })).toEqual(['percentRange'])
    expect(codes({ icd10: 'ж10' })).toEqual(['icd10Format'])
    expect(telkDecisionSchema.parse({ ...decision(), icd10: 'м10.2' }).icd10).toBe('M10.2')
  })
})

describe('possible duplicates', () => {
  const base = {
    firstName: 'Иван',
    middleName: 'Петров',
    lastName: 'Георгиев',
    idKind: 'egn' as const,
    idNumber: egn,
    birthDate: '1945-06-12',
  }
  test('one number is one person', () => {
    expect(likenessOf(base, { ...base, firstName: 'Друг', birthDate: '1950-01-01' })).toBe('same')
    expect(
      likenessOf(base, { ...base, idKind: 'lnch', firstName: 'Друг', lastName: 'Съвсем' }),
    ).toBe('different')
  })
  test('names by sound with one birth date', () => {
    const other = { ...base, idNumber: null }
    expect(likenessOf(base, { ...other, lastName: 'Гоергиев' })).toBe('similar')
    expect(likenessOf(base, { ...other, firstName: 'Georgiev', lastName: 'Ivan' })).toBe('similar')
    expect(likenessOf(base, { ...other, middleName: null })).toBe('similar')
    expect(likenessOf(base, { ...other, firstName: 'Петър', lastName: 'Стоянов' })).toBe(
      'different',
    )
  })
  test('one name with a slip in the date', () => {
    const other = { ...base, idNumber: null }
    expect(likenessOf(base, { ...other, birthDate: '1945-12-06' })).toBe('similar')
    expect(likenessOf(base, { ...other, birthDate: '1946-06-12' })).toBe('similar')
    expect(likenessOf(base, { ...other, birthDate: '1961-02-02' })).toBe('different')
  })
  test('two valid ЕГН are two people who only look like one: twins, namesakes of one day', () => {
    const egn = (serial: number) => composeEgn('1945-06-12', serial)
    const one = { ...base, idNumber: egn(926) }
    expect(likenessOf(one, { ...one, idNumber: egn(928) })).toBe('distinct')
    const ani = { ...one, firstName: 'Ани', middleName: null, lastName: 'Илиева' }
    expect(likenessOf(ani, { ...ani, firstName: 'Яна', idNumber: egn(927) })).toBe('distinct')
    // A number that is still being typed, another kind, a wrong digit: nobody knows yet.
    expect(likenessOf(one, { ...one, idNumber: '450612' })).toBe('similar')
    expect(likenessOf(one, { ...one, idNumber: '4506121230' })).toBe('similar')
    expect(likenessOf(one, { ...one, idKind: 'lnch', idNumber: '1001001115' })).toBe('similar')
  })
  test('a single name is looked for among the names of the other', () => {
    const one = { ...base, idNumber: null, firstName: 'Субхан', middleName: null, lastName: null }
    expect(likenessOf(one, { ...one })).toBe('similar')
    expect(likenessOf(one, { ...one, firstName: 'Али', lastName: 'Субхан' })).toBe('similar')
    expect(likenessOf(one, { ...one, firstName: 'Христина', lastName: 'Петрова' })).toBe(
      'different',
    )
  })
  test('distance', () => {
    expect(distance('Иван', 'Иван')).toBe(0)
    expect(distance('Иван', 'Ивна')).toBe(1)
    expect(distance('Иван', '')).toBe(4)
  })
})
