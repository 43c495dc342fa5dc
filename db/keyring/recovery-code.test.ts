import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatRecoveryCode,
  newRecoveryCode,
  parseRecoveryCode,
  recoveryGroupMatches,
} from './recovery-code.ts'

const secret = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes))
const signs = 'ACEHKMPTXB234569'
const toCyrillic: Record<string, string> = {
  A: 'А',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  B: 'в',
}

describe('the recovery code', () => {
  test('reads back, in Latin or Cyrillic, any case, with or without separators', () => {
    fc.assert(
      fc.property(
        secret,
        fc.constantFrom('-', ' ', '', ' – ', '. '),
        fc.boolean(),
        (bytes, between, cyrillic) => {
          let typed = formatRecoveryCode(bytes).replaceAll('-', between).toLowerCase()
          if (cyrillic)
            typed = Array.from(typed)
              .map((c) => toCyrillic[c.toUpperCase()] ?? c)
              .join('')
          const read = parseRecoveryCode(typed)
          expect(read.ok && read.secret.equals(bytes)).toBe(true)
        },
      ),
    )
  })

  test('has 8 groups of 5 from signs that look alike in both alphabets', () => {
    expect(newRecoveryCode()).toMatch(new RegExp(`^[${signs}]{5}(-[${signs}]{5}){7}$`))
    expect(newRecoveryCode()).not.toBe(newRecoveryCode())
  })

  test('every single wrong sign and every exchange within a group names that group', () => {
    fc.assert(
      fc.property(secret, fc.nat(39), fc.nat(4), fc.nat(15), (bytes, position, other, wrong) => {
        const code = formatRecoveryCode(bytes)
        const groups = code.split('-').map((group) => Array.from(group))
        const g = Math.floor(position / 5)
        const group = groups[g] ?? []
        const i = position % 5
        const before = group.join('')
        const a = group[i] ?? ''
        const b = group[other] ?? ''
        if (other === i) group[i] = signs[wrong] ?? ''
        else [group[i], group[other]] = [b, a]
        const read = parseRecoveryCode(groups.map((one) => one.join('')).join('-'))
        if (group.join('') === before) expect(read.ok).toBe(true)
        // The check sign itself exchanged with a data sign is found too unless they are equal in
        // weight; only exchanges of two data signs are promised.
        else if (other === i || (i < 4 && other < 4))
          expect(read).toEqual({
            ok: false,
            problems: [{ code: 'recoveryGroupWrong', params: { group: g + 1 } }],
          })
      }),
    )
  })

  test('two groups in each other’s place are found', () => {
    const groups = formatRecoveryCode(Buffer.alloc(16, 0xa7)).split('-')
    const swapped = [groups[1], groups[0], ...groups.slice(2)].join('-')
    const read = parseRecoveryCode(swapped)
    expect(read.ok ? [] : read.problems.map((one) => one.params?.['group'])).toEqual([1, 2])
  })

  test('an unknown sign and a missing group are said differently', () => {
    const code = formatRecoveryCode(Buffer.alloc(16, 3))
    expect(parseRecoveryCode(`Щ${code.slice(1)}`)).toMatchObject({
      problems: [{ code: 'recoverySignUnknown', params: { group: 1 } }],
    })
    expect(parseRecoveryCode(code.slice(6))).toMatchObject({
      problems: [{ code: 'recoveryCodeIncomplete' }],
    })
  })

  test('a group typed back is compared as it looks', () => {
    const code = formatRecoveryCode(Buffer.alloc(16, 0))
    const group = code.split('-')[2] ?? ''
    expect(
      recoveryGroupMatches(
        code,
        2,
        Array.from(group)
          .map((c) => toCyrillic[c] ?? c)
          .join(''),
      ),
    ).toBe(true)
    expect(recoveryGroupMatches(code, 3, group)).toBe(false)
  })
})
