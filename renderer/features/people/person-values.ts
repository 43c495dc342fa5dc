import { z } from 'zod'
import {
  personSchema,
  phoneSchema,
  type AddressInput,
  type Person,
  type PersonInput,
} from '#domain/people/schema.ts'
import { idChangeGrounds } from '#domain/people/former-ids.ts'
import { usualCitizenship } from '#domain/text/defaults.ts'
import { parsedField } from '#domain/text/fields.ts'
import { parsePhone } from '#domain/text/parse-number.ts'

/** A row of telephones may be left empty in the form; a remark alone is no telephone. */
const phoneRow = phoneSchema
  .extend({
    number: parsedField((text) =>
      text.trim() === '' ? { ok: true, value: '' } : parsePhone(text),
    ),
  })
  .refine(({ number, note }) => number !== '' || note === null, {
    error: 'phoneRequired',
    path: ['number'],
  })

/**
 * What the form holds beside the person: how the permanent address is given, why the number became
 * another one, and the version opened.
 */
export const personFormSchema = personSchema.safeExtend({
  phones: z.array(phoneRow).max(10, 'tooManyRows').default([]),
  permanentSame: z.enum(['same', 'other']),
  idChangeGround: z.enum(idChangeGrounds).nullable(),
  version: z.int().nullable(),
})
export type PersonFormValues = z.input<typeof personFormSchema>
export type PersonFormData = z.output<typeof personFormSchema>

export const emptyAddress = {
  region: null,
  municipality: null,
  settlementKind: null as unknown as AddressInput['settlementKind'],
  settlement: '',
  ekatte: null,
  district: null,
  quarter: null,
  street: null,
  streetNumber: null,
  block: null,
  entrance: null,
  floor: null,
  apartment: null,
  postCode: null,
} satisfies AddressInput

export const emptyPhone = { number: '', note: null }

/** An empty form. Sex and legal grounds have no default: a person says them. */
export const newPerson: PersonFormValues = {
  firstName: '',
  middleName: null,
  lastName: '',
  idKind: 'egn',
  idNumber: '',
  birthDate: '',
  sex: null as unknown as PersonInput['sex'],
  citizenship: usualCitizenship,
  idCardNumber: null,
  idCardIssuedOn: null,
  idCardIssuedBy: null,
  idCardValidUntil: null,
  idCardNoExpiry: false,
  currentAddress: emptyAddress,
  permanentAddress: null,
  permanentSame: 'same',
  idChangeGround: null,
  phones: [emptyPhone],
  email: null,
  maritalStatus: 'unknown',
  livesAlone: 'unknown',
  gp: null,
  emergencyContactName: null,
  emergencyContactRelation: null,
  emergencyContactPhone: null,
  capacity: 'capable',
  cannotSign: false,
  iban: null,
  deathDate: null,
  ownWishText: null,
  version: null,
}

/** The next form after „Запиши и следващо“: the village stays, everything of the person goes. */
export function nextPerson(saved: PersonFormValues): PersonFormValues {
  const { settlementKind, settlement, municipality, region, postCode } = saved.currentAddress
  return {
    ...newPerson,
    currentAddress: {
      ...emptyAddress,
      settlementKind,
      settlement,
      municipality: municipality ?? null,
      region: region ?? null,
      postCode: postCode ?? null,
    },
  }
}

/** A stored person as the form edits it. */
export function valuesOf(person: Person): PersonFormValues {
  const { id: _id, createdAt: _at, createdBy: _by, updatedAt: _u, updatedBy: _ub, ...data } = person
  return {
    ...data,
    phones: data.phones.length > 0 ? data.phones : [emptyPhone],
    permanentSame: data.permanentAddress === null ? 'same' : 'other',
    idChangeGround: null,
  }
}

/** What the office is sent: without what only the form knows, and without rows left empty. */
export function dataOf(values: PersonFormData) {
  const { permanentSame, version: _version, idChangeGround: _ground, phones, ...data } = values
  return {
    ...data,
    permanentAddress: permanentSame === 'same' ? null : data.permanentAddress,
    phones: phones.filter(({ number }) => number !== ''),
  }
}
