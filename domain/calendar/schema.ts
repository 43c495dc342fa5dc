import { z } from 'zod'
import { isCivilDate } from './civil-date.ts'

export const civilDateSchema = z.string().refine(isCivilDate, 'dateFormat')

/** What the office says about one day against the general calendar (a day moved by the government). */
export const dayOverrideSchema = z.object({
  date: civilDateSchema,
  kind: z.enum(['off', 'working']),
  reason: z.string().max(200, 'textTooLong'),
})
export type DayOverride = z.infer<typeof dayOverrideSchema>
