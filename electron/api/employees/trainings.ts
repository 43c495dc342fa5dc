import type { CivilDate } from '#domain/calendar/civil-date.ts'
import type { CandidacyRow } from '#db/schema/candidates.ts'

/** One training that is known of somebody. */
interface KnownTraining {
  name: string
  date: CivilDate | null
  certificateNumber: string
}

/**
 * The trainings of somebody, the latest first: the one place that knows where they come from. Today
 * it is what they brought with their application.
 */
export function trainingsOf(application: CandidacyRow | undefined): KnownTraining[] {
  const told = application?.trainings ?? []
  return told.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))
}

/** The day of the last one that has a day. */
export const trainedOn = (application: CandidacyRow | undefined): CivilDate | null =>
  trainingsOf(application)[0]?.date ?? null
