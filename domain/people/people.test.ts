import { describe, expect, test } from 'vitest'
import { addDays } from '#domain/calendar/civil-date.ts'
import { composeEgn } from './ids.ts'
import { capacityOn, checkPerson } from './rules.ts'
import { personSchema } from './schema.ts'
import type { PersonData, PersonInput } from './schema.ts'
import { distance, likenessOf } from './similar.ts'

const today = '2026-11-21'
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
