import { expect, test } from 'vitest'
import * as sample from '#papers/testing/sample-facts.ts'
import { emptyLinesOf } from './builder.ts'

const paths = (facts: typeof sample.contract) =>
  emptyLinesOf(facts).map(({ path }) => (path ?? []).join('.'))

test('what the contract would leave empty is named: the card, who represents, who witnesses', () => {
  const whole = {
    ...sample.contract,
    person: {
      ...sample.contract.person,
      idCard: { number: '640000001', issuedOn: null, issuedBy: null },
    },
  }
  expect(paths(whole)).toEqual([])
  expect(paths({ ...whole, person: { ...whole.person, idCard: null } })).toEqual(['person.idCard'])
  const representative = { ...sample.guardian, identifier: null, address: null }
  expect(paths({ ...whole, representative })).toEqual([
    'representative.identifier',
    'representative.address',
  ])
  const witnesses = [
    { fullName: '', identifier: null },
    { fullName: 'Ана Примерова', identifier: null },
  ]
  expect(paths({ ...whole, signing: { mode: 'thumbprint', witnesses, ownWish: null } })).toEqual([
    'signing.witnesses',
  ])
})

test('a child under 14 has a birth certificate instead of a card', () => {
  const child = {
    ...sample.contract,
    birthCertificate: null,
    person: { ...sample.contract.person, birthDate: '2018-02-01', idCard: null },
  }
  expect(paths(child)).toEqual(['person.birthCertificate'])
})
