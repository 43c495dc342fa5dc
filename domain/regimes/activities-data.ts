import type { ActivityGroup, ActivityType } from './activity-groups.ts'

/** Names of the five groups, as the law has them. */
export const activityGroupNames: Record<ActivityGroup, string> = {
  selfCare: 'самообслужване',
  mobility: 'движение и придвижване',
  positioning: 'промяна и поддържане на позицията на тялото',
  dailyTasks: 'ежедневни и домакински дейности',
  communication: 'комуникация',
}

/** What assistants do, under the groups of the law. */
export const activityTypes: readonly ActivityType[] = [
  { id: 'hygiene', group: 'selfCare', name: 'лична хигиена' },
  { id: 'bathing', group: 'selfCare', name: 'къпане' },
  { id: 'dressing', group: 'selfCare', name: 'обличане и събличане' },
  { id: 'feeding', group: 'selfCare', name: 'хранене' },
  { id: 'medicines', group: 'selfCare', name: 'вземане на лекарства' },
  { id: 'movingAtHome', group: 'mobility', name: 'придвижване в дома' },
  { id: 'walk', group: 'mobility', name: 'разходка и раздвижване' },
  { id: 'accompanying', group: 'mobility', name: 'придружаване до лекар или институция' },
  { id: 'rehabilitation', group: 'mobility', name: 'помощ при рехабилитация' },
  { id: 'changingPosition', group: 'positioning', name: 'промяна на позицията на тялото' },
  { id: 'transfer', group: 'positioning', name: 'ставане и преместване' },
  { id: 'bedLinen', group: 'positioning', name: 'смяна на чаршафи' },
  { id: 'shopping', group: 'dailyTasks', name: 'пазаруване' },
  { id: 'cooking', group: 'dailyTasks', name: 'приготвяне на храна' },
  { id: 'cleaning', group: 'dailyTasks', name: 'хигиена на дома' },
  { id: 'laundry', group: 'dailyTasks', name: 'пране' },
  { id: 'bills', group: 'dailyTasks', name: 'плащане на сметки' },
  { id: 'heating', group: 'dailyTasks', name: 'отопление и зимна помощ' },
  { id: 'conversation', group: 'communication', name: 'общуване и социални контакти' },
  { id: 'leisure', group: 'communication', name: 'занимания в дома и извън него' },
  { id: 'letters', group: 'communication', name: 'помощ при писма и заявления' },
]
