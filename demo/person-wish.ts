import type { RepresentativeKind } from '#domain/people/schema.ts'

export type AgeGroup = 'child' | 'adult' | 'elder'
export type Telk = 'none' | 'inForce' | 'endsSoon' | 'ended'

/** What the scenario needs a person to be. */
export interface PersonWish {
  ageGroup: AgeGroup
  telk: Telk
  representative: RepresentativeKind | null
  cannotSign: boolean
  longName: boolean
  /** A foreigner with ЛНЧ and one name only. */
  oneName: boolean
}
