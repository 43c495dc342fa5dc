import { composeEgn } from '#domain/people/ids.ts'
import type { PersonInput, TelkDecisionInput } from '#domain/people/schema.ts'
import { counterFrom } from './counters.ts'

const serials = counterFrom(926)

/** An invented person as a form hands it in; each call has another ЕГН. */
export function personInput(own: Partial<PersonInput> = {}): PersonInput {
  const birthDate = own.birthDate ?? '1945-06-12'
  const sex = own.sex ?? 'male'
  // The next serial of the right parity: even for men.
  const serial = serials.value >= 998 ? 926 : serials.value + 2
  serials.value = serial
  return {
    firstName: 'Иван',
    middleName: 'Петров',
    lastName: 'Георгиев',
    idKind: 'egn',
    idNumber: composeEgn(birthDate, sex === 'male' ? serial : serial + 1),
    birthDate,
    sex,
    currentAddress: {
      settlementKind: 'village',
      settlement: 'Примерно',
      street: 'Трета',
      streetNumber: '4',
    },
    phones: [{ number: '0888123456' }],
    ...own,
  }
}

export function telkInput(own: Partial<TelkDecisionInput> = {}): TelkDecisionInput {
  return {
    number: '1234',
    decidedOn: '2025-03-01',
    kind: 'disabilityDegree',
    percent: 92,
    attendance: true,
    validUntil: '2028-03-01',
    diagnosis: 'Исхемична болест на сърцето',
    icd10: 'I25.1',
    ...own,
  }
}
