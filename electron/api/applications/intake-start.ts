import { z } from 'zod'
import { can } from '#domain/accounts/permissions.ts'
import { idKinds } from '#domain/people/schema.ts'
import { fillNumberMask, looksLikeMask } from '#domain/settings/number-mask.ts'
import { normalRegistryNumber } from '#domain/text/registry-number.ts'
import { formatFullName } from '#domain/text/format-person.ts'
import { existingApplications } from '#db/queries/applications.ts'
import { getOffice } from '#db/queries/office.ts'
import { listRepresentatives } from '#db/queries/people-parts.ts'
import { similarPeople } from '#db/queries/people-similar.ts'
import { findPersonByNumber, getPerson } from '#db/queries/people.ts'
import { nextNumber } from '#db/queries/registry-numbers.ts'
import { warningsOf } from './facts.ts'
import { applicationRegister } from './number.ts'
import { applicantOf, telkOfApplicant } from './view.ts'
import { colleaguesOf } from './whose.ts'
import { existing } from '../kernel/faults.ts'
import { id } from '../kernel/ids.ts'
import { read } from '../kernel/procedures.ts'
import { settingValue } from '../kernel/settings.ts'
import { masked } from '../kernel/list-source.ts'

/** What the page of an application is told before anything is saved. */
export const intakeStart = {
  /** What an empty form begins with. */
  setup: read(
    { permission: 'applications.write', audit: 'none', input: z.object({}) },
    ({ db, actor, today }) => {
      const { data } = getOffice(db)
      const mask = settingValue(db, 'applicationNumberMask', today)
      const year = Number(today.slice(0, 4))
      return {
        drawNumber: settingValue(db, 'applicationNumbersOwn', today),
        mask,
        /** For the screen only: saving draws it. */
        nextNumber: fillNumberMask(mask, { n: nextNumber(db, applicationRegister, year), year }),
        municipality: data.municipality,
        region: data.region,
        /** Whose the case may be; what is left out is of who takes it in, or of nobody. */
        colleagues: colleaguesOf(db),
        leadsCases: can(actor.roles, 'cases.take'),
        missingDocumentsDays: settingValue(db, 'missingDocumentsDays', today),
      }
    },
  ),

  /** The person whose number was typed or whose dossier is open; null when the number is new. */
  applicant: read(
    {
      permission: 'applications.write',
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
      const open = existingApplications(
        db,
        {
          personId: person.id,
          entryNumber: '',
          entryDate: today,
        },
        today,
      )
      return {
        person: applicantOf(actor, person, today),
        representatives: listRepresentatives(db, person.id).map((one) => ({
          id: one.id,
          kind: one.kind,
          name: formatFullName(one),
        })),
        telk: telkOfApplicant(actor, db, person.id, today),
        applications: open.map(({ id: own, service, state, entryNumber, entryDate }) => ({
          id: own,
          service,
          state,
          entryNumber,
          entryDate,
        })),
        warnings: warningsOf(db, person.currentAddress.municipality),
      }
    },
  ),

  /** What can be said while one types: the number of the register, people who are alike. */
  check: read(
    {
      permission: 'applications.write',
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
        municipality: z.string().max(60).nullable(),
      }),
    },
    ({ input, db, actor, today }) => {
      const number = normalRegistryNumber(input.entryNumber)
      const date = input.entryDate ?? today
      const same = existingApplications(
        db,
        { personId: '', entryNumber: number, entryDate: date },
        today,
      )
      const taken = same.find(
        (row) => row.id !== input.exceptId && normalRegistryNumber(row.entryNumber) === number,
      )
      return {
        numberTaken: number === '' || !taken ? null : { id: taken.id, entryDate: taken.entryDate },
        numberUnusual:
          number !== '' && !looksLikeMask(settingValue(db, 'applicationNumberMask', date), number),
        similar: input.person
          ? similarPeople(db, input.person).map((line) => masked(line, actor))
          : [],
        warnings: warningsOf(db, input.municipality),
      }
    },
  ),
}
