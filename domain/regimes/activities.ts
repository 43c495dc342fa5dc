import { activityTypes } from './activities-data.ts'
import type { ActivityType } from './activity-groups.ts'

export function activityById(id: string): ActivityType | undefined {
  return activityTypes.find((activity) => activity.id === id)
}
