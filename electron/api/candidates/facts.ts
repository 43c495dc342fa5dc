import { missingOf, unfit } from '#domain/candidates/rules.ts'
import type { CandidacyInput } from '#domain/candidates/schema.ts'
import type { Capacity } from '#domain/people/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { DatedSetting } from '#domain/settings/rules.ts'
import type { Db } from '#db/connection.ts'
import { datedSettings } from '../kernel/settings.ts'

/** Dated values of the rules that a candidacy is judged by. */
export const candidateSettings = (db: Db): DatedSetting[] =>
  datedSettings(db, ['missingDocumentsDays', 'minReasonLength', 'candidatePapersMonths'])

/** Why the candidate may not be admitted yet. */
export const obstacles = (candidacy: CandidacyInput, person: { capacity: Capacity }): Problem[] => [
  ...missingOf(candidacy),
  ...unfit(person),
]

/** States in which the form itself may still be corrected; later it is part of a decision. */
export const correctable: readonly string[] = ['registered', 'incomplete']
