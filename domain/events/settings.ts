import type { SettingKey } from '#domain/settings/catalogue.ts'
import type { DueKind, EventKind } from './schema.ts'

/** Whether hours of a kind are working time of who comes. */
export const workSetting = {
  training: 'trainingCountsAsWork',
  supervision: 'supervisionCountsAsWork',
  psychological: 'psychologicalCountsAsWork',
  consultation: 'consultationCountsAsWork',
  information: 'informationCountsAsWork',
} as const satisfies Record<EventKind, SettingKey>

/** How often everybody is to be through. */
export const dueSetting = {
  training: 'trainingEveryMonths',
  supervision: 'supervisionEveryMonths',
  psychological: 'psychologicalEveryMonths',
} as const satisfies Record<DueKind, SettingKey>
