import { z } from 'zod'
import { bornAs, capacityFor, newRecord, type IntakeDocument, type IntakeKnown, type IntakePerson } from '#domain/applications/intake.ts' // prettier-ignore
import { presentedAsKinds } from '#domain/applications/schema.ts'
import { personSchema, type PersonData } from '#domain/people/schema.ts'
import { idSchema } from '#domain/text/id.ts'
import {
  candidacyInputSchema,
  candidateDocumentTypes,
  type CandidacyInput,
  type CandidateDocumentType,
} from './schema.ts'

export type CandidatePaper = Omit<IntakeDocument, 'validUntil'>

/** Everything on the page „Нов кандидат“, as the fields hold it. */
export interface CandidateIntakeInput extends Omit<
  CandidacyInput,
  'personId' | 'documents' | 'entryDate' | 'weekdays' | 'villages'
> {
  entryDate: string | null
  weekdays: number[] | null
  villages: string[] | null
  known: IntakeKnown | null
  person: IntakePerson
  documents: Record<CandidateDocumentType, CandidatePaper>
}

export interface CandidateIntake {
  known: IntakeKnown | null
  /** New data of the person; null when a known one stays as they are. */
  person: PersonData | null
  /** `personId` is `new` where the person is yet to be made. */
  candidacy: CandidacyInput
}

const presentedByDefault: Partial<Record<CandidateDocumentType, CandidatePaper['presentedAs']>> = {
  applicationForm: 'original',
  idCard: 'forReference',
  cv: 'original',
  declarations: 'original',
  medicalDocument: 'original',
  privacyNotice: 'original',
  criminalRecord: 'original',
}

export function noPapers(): CandidateIntakeInput['documents'] {
  return Object.fromEntries(
    candidateDocumentTypes.map((type) => [
      type,
      {
        present: false,
        presentedAs: presentedByDefault[type] ?? 'copy',
        number: '',
        date: null,
        note: '',
      },
    ]),
  ) as CandidateIntakeInput['documents']
}

/** The papers that are here, as the record keeps them. */
export function broughtPapers(
  documents: CandidateIntakeInput['documents'],
): CandidacyInput['documents'] {
  return candidateDocumentTypes.flatMap((type) => {
    const { present, presentedAs, number, date, note } = documents[type]
    return present ? [{ type, presentedAs, number, date, note }] : []
  })
}

function personOf({ person: typed, entryDate }: CandidateIntakeInput): unknown {
  const { phone, permanentSame, permanentAddress, ...person } = typed
  const born = bornAs(typed)
  return {
    ...person,
    ...born,
    birthDate: born.birthDate ?? '',
    permanentAddress: permanentSame === 'yes' ? null : permanentAddress,
    phones: phone === null || phone.trim() === '' ? [] : [{ number: phone }],
    capacity: capacityFor(born.birthDate ?? '2000-01-01', 'inPerson', entryDate ?? ''),
  }
}

const shape = z.object({
  entryDate: z.string().max(10).nullable(),
  known: z.object({ id: idSchema, version: z.int().nullable() }).nullable(),
  person: z.looseObject({
    idKind: z.enum(['egn', 'lnch', 'other']),
    idNumber: z.string().max(100),
  }),
  documents: z.record(
    z.enum(candidateDocumentTypes),
    z.looseObject({ present: z.boolean(), presentedAs: z.enum(presentedAsKinds) }),
  ),
})

/**
 * The page of a candidate: judges the person and the candidacy together, so that one save names
 * everything that is wrong, each at its field.
 */
export const candidateIntakeSchema = z
  .custom<CandidateIntakeInput>((value) => shape.safeParse(value).success, 'notAccepted')
  .transform((input, context): CandidateIntake => {
    const read = <T>(schema: z.ZodType<T>, value: unknown, ...path: string[]): T | null => {
      const result = schema.safeParse(value)
      if (result.success) return result.data
      for (const issue of result.error.issues)
        context.addIssue({ ...issue, path: [...path, ...placeOf(issue.path, input)] })
      return null
    }
    const { known, person: _person, documents, ...own } = input
    const savesPerson = known === null || known.version !== null
    const person = savesPerson ? read(personSchema, personOf(input), 'person') : null
    const candidacy = read(candidacyInputSchema, {
      ...own,
      entryDate: own.entryDate ?? '',
      weekdays: own.weekdays ?? [],
      villages: own.villages ?? [],
      personId: known?.id ?? newRecord,
      documents: broughtPapers(documents),
    })
    if (!candidacy || (savesPerson && !person)) return z.NEVER
    return { known, person, candidacy }
  })

/** The record keeps a list of papers, the page a line for each: `documents.cv.number`. */
function placeOf(path: readonly PropertyKey[], input: CandidateIntakeInput): PropertyKey[] {
  const [first, index, ...rest] = path
  const paper =
    first === 'documents' && typeof index === 'number'
      ? broughtPapers(input.documents)[index]
      : undefined
  return paper ? ['documents', paper.type, ...rest] : [...path]
}
