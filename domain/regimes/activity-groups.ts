/** чл. 93, ал. 1 от ЗСУ: the five groups of activities of assistant support. */
export const activityGroups = [
  'selfCare',
  'mobility',
  'positioning',
  'dailyTasks',
  'communication',
] as const
export type ActivityGroup = (typeof activityGroups)[number]

export interface ActivityType {
  id: string
  group: ActivityGroup
  /** As it stands in the plan, the contract and the report. */
  name: string
}
