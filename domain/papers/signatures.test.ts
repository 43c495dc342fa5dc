import { describe, expect, test } from 'vitest'
import type { RepresentativeFacts, SigningFacts } from '#domain/papers/parties.ts'
import { checkSignedOn, takeStep } from './rules.ts'
import { paperStatuses } from './schema.ts'
import { personSlots, providerSlots, signingProblems } from './signatures.ts'

const representative = (quality: RepresentativeFacts['quality']): RepresentativeFacts => ({
  quality,
  fullName: 'Георги Представителев',
  sex: 'male',
  identifierKind: 'egn',
  identifier: '7001019265',
  address: null,
  phone: null,
  document: { name: 'удостоверение', number: '17', date: '2024-05-20', issuer: null },
})
const signing = (mode: SigningFacts['mode']): SigningFacts => ({
  mode,
  witnesses: [{ fullName: 'Стоян Свидетелов', identifier: '7001019265' }],
  ownWish: null,
})
const roles = (mode: SigningFacts['mode'], r: RepresentativeFacts | null): string[] =>
  personSlots('Мария', r, signing(mode)).map((slot) => `${slot.role}:${slot.name}`)

describe('who signs', () => {
  test('each mode has its hands, in order', () => {
    expect(roles('person', null)).toEqual(['person:Мария'])
    expect(roles('guardianFor', representative('guardian'))).toEqual([
      'guardianFor:Георги Представителев',
    ])
    expect(roles('guardianFor', representative('parent'))).toEqual([
      'parentFor:Георги Представителев',
    ])
    expect(roles('curatorWith', representative('curator'))).toEqual([
      'person:Мария',
      'curatorWith:Георги Представителев',
    ])
    expect(roles('proxyFor', representative('proxy'))).toEqual(['proxyFor:Георги Представителев'])
  })

  test('a thumbprint always has two witnesses, unnamed ones for filling in; a curator stays', () => {
    expect(roles('thumbprint', null)).toEqual([
      'thumbprint:Мария',
      'witness:Стоян Свидетелов',
      'witness:',
    ])
    expect(roles('thumbprint', representative('curator'))).toEqual([
      'thumbprint:Мария',
      'curatorWith:Георги Представителев',
      'witness:Стоян Свидетелов',
      'witness:',
    ])
    expect(roles('thumbprint', representative('proxy'))).not.toContain(
      'curatorWith:Георги Представителев',
    )
  })

  test('a missing, unfitting or undocumented representative is named', () => {
    const codes = (mode: SigningFacts['mode'], r: RepresentativeFacts | null): string[] =>
      signingProblems(r, signing(mode)).map((p) => p.code)
    expect(codes('guardianFor', null)).toEqual(['representativeMissing'])
    expect(codes('guardianFor', representative('proxy'))).toEqual(['representativeDoesNotFit'])
    expect(codes('proxyFor', { ...representative('proxy'), document: null })).toEqual([
      'representativeDocumentMissing',
    ])
    expect(codes('guardianFor', { ...representative('parent'), document: null })).toEqual([])
    expect(codes('person', null)).toEqual([])
    expect(codes('curatorWith', representative('curator'))).toEqual([])
  })

  test('the municipality: mayor, or somebody with an order; the accountant where money is spent', () => {
    const provider = {
      municipality: 'Община Примерна',
      eik: '000193282',
      address: '',
      phone: null,
      email: null,
      officeName: '',
      officeAddress: null,
      signatory: { name: 'Кметски', position: 'кмет', authorisation: null },
      chiefAccountant: null,
      headOfService: null,
      demo: false,
    }
    expect(providerSlots(provider).map((s) => s.role)).toEqual(['mayor'])
    const order = { number: 'РД01-0179', date: '2026-01-14' }
    expect(
      providerSlots({
        ...provider,
        signatory: { name: 'Зам', position: 'заместник-кмет', authorisation: order },
        chiefAccountant: 'Счетоводителска',
      }).map((s) => [s.role, s.authorisation]),
    ).toEqual([
      ['authorised', order],
      ['chiefAccountant', undefined],
    ])
  })
})

describe('where the paper is', () => {
  test('an annulled paper never comes back to life, but can be printed again', () => {
    for (const step of ['handOut', 'signBack', 'reportMissing', 'annul'] as const)
      expect(takeStep('annulled', step)).toMatchObject({
        ok: false,
        problems: [{ code: 'paperStepNotPossible' }],
      })
    expect(takeStep('annulled', 'print')).toEqual({ ok: true, status: 'annulled' })
  })

  test('nothing is signed or handed out before it was printed', () => {
    expect(takeStep('forPrint', 'signBack').ok).toBe(false)
    expect(takeStep('forPrint', 'handOut').ok).toBe(false)
    expect(takeStep('forPrint', 'print')).toEqual({ ok: true, status: 'printed' })
  })

  test('a reprint never changes where the paper is, except the first printing', () => {
    for (const status of paperStatuses)
      expect(takeStep(status, 'print')).toEqual({
        ok: true,
        status: status === 'forPrint' ? 'printed' : status,
      })
  })

  test('every paper can be annulled once', () => {
    for (const status of paperStatuses)
      expect(takeStep(status, 'annul').ok).toBe(status !== 'annulled')
  })

  test('the day of signing is between the date of the paper and today', () => {
    const codes = (on: string): string[] =>
      checkSignedOn(on, '2026-11-21', '2026-11-25').map((p) => p.code)
    expect(codes('2026-11-21')).toEqual([])
    expect(codes('2026-11-25')).toEqual([])
    expect(codes('2026-11-26')).toEqual(['signedInFuture'])
    expect(codes('2026-11-20')).toEqual(['signedBeforePaper'])
  })
})
