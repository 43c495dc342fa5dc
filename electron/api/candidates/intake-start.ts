import { z } from 'zod'
import { unfit } from '#domain/candidates/rules.ts'
import { idKinds } from '#domain/people/schema.ts'
import { normalRegistryNumber } from '#domain/text/registry-number.ts'
import { campaignsOf, candidaciesOfPerson, existingCandidacies } from '#db/queries/candidates.ts'
import { getOffice } from '#db/queries/office.ts'
import { similarPeople } from '#db/queries/people-similar.ts'
import { findPersonByNumber, getPerson } from '#db/queries/people.ts'
import { applicantOf } from '../applications/view.ts'
import { existing } from '../kernel/faults.ts'
import { id } from '../kernel/ids.ts'
import { masked } from '../kernel/list-source.ts'
import { read } from '../kernel/procedures.ts'

/** What the page of a candidate is told before anything is saved. */
export const candidateStart = {
  /** What an empty form begins with. */
  setup: read({ permission: 'candidates.write', audit: 'none', input: z.object({}) }, ({ db }) => {
    const { municipality, region } = getOffice(db).data
    return { municipality, region, campaigns: campaignsOf(db).slice(0, 12) }
  }),

  /** The person whose number was typed or whose dossier is open; null when the number is new. */
  candidate: read(
    {
      permission: 'candidates.write',
      audit: 'dossier.opened',
      input: z.union([
        z.object({ personId: id }),
        z.object({ idKind: z.enum(idKinds), idNumber: z.string().min(1).max(40) }),
      ]),
    },
    ({ input, db, actor, today, noteReading }) => {
      const person =
        'personId' in input
          ? existing(getPerson(db, input.personId))
          : findPersonByNumber(db, input.idKind, input.idNumber)
      if (!person) return null
      noteReading(person.id)
      return {
        person: applicantOf(actor, person, today),
        candidacies: candidaciesOfPerson(db, person.id).map(
          ({ id: own, campaign, state, entryNumber, entryDate }) => ({
            ...{ id: own, personId: person.id, campaign, state, entryNumber, entryDate },
          }),
        ),
        obstacles: unfit(person),
      }
    },
  ),

  /** What can be said while one types: the number of the register, people who are alike. */
  check: read(
    {
      permission: 'candidates.write',
      audit: 'none',
      input: z.object({
        entryNumber: z.string().max(60),
        entryDate: z.string().max(10).nullable(),
        exceptId: id.nullable(),
        person: z
          .object({
            firstName: z.string().max(200),
            middleName: z.string().max(200).nullable(),
            lastName: z.string().max(200).nullable(),
            idKind: z.enum(idKinds),
            idNumber: z.string().max(40).nullable(),
            birthDate: z.string().max(10).nullable(),
          })
          .nullable(),
      }),
    },
    ({ input, db, actor, today }) => {
      const entryNumber = normalRegistryNumber(input.entryNumber)
      const entryDate = input.entryDate ?? today
      const taken =
        entryNumber === ''
          ? undefined
          : existingCandidacies(db, { personId: '', entryNumber, entryDate }).find(
              (row) => row.id !== input.exceptId,
            )
      return {
        numberTaken: taken ? { id: taken.id } : null,
        similar: input.person
          ? similarPeople(db, input.person).map((line) => masked(line, actor))
          : [],
      }
    },
  ),
}
