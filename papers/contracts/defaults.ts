import { activityById } from '#domain/regimes/activities.ts'
import { activityGroupNames } from '#domain/regimes/activities-data.ts'
import { activityGroups } from '#domain/regimes/activity-groups.ts'

/** What a new contract says until somebody writes something else. */
export const contractDefaults = {
  placeOfService: 'в дома на лицето и извън него',
  caseManagerPosition: 'социален работник',
}

/** Where complaints are handed in: the head of the service at the office's address. */
export function complaintsAddressee(office: { officeName: string; address: string }): string {
  return `ръководителя на ${office.officeName}, ${office.address}`
}

/** The agreed activities by the groups of the law (ЗСУ чл. 93, ал. 1), in their order. */
export function agreedActivities(activityIds: readonly string[]): string[] {
  return activityGroups.flatMap((group) => {
    const own = [...new Set(activityIds)]
      .map(activityById)
      .filter((activity) => activity?.group === group)
      .map((activity) => activity?.name ?? '')
    return own.length === 0 ? [] : [`${activityGroupNames[group]}: ${own.join(', ')}`]
  })
}
