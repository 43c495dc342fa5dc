import type { IntakeInput, IntakePerson } from '#domain/applications/intake.ts'
import { counterFrom } from './counters.ts'
import { newPerson, wholeIntake } from './intake-data.ts'
import { testToday } from './office.ts'
import { personInput } from './person-data.ts'

const entries = counterFrom(1200)

/** Each call another person. */
export function intakePerson(own: Partial<IntakePerson> = {}): IntakePerson {
  return newPerson(personInput().idNumber, own)
}

/** Each call another number and another person. */
export function intakeInput(own: Partial<IntakeInput> = {}): IntakeInput {
  entries.value += 1
  return wholeIntake({
    entryNumber: `94-${String(entries.value)}`,
    entryDate: testToday,
    person: intakePerson(),
    ...own,
  })
}
