import { z } from 'zod'
import { lineField } from '#domain/text/fields.ts'
import { isCivilDate } from './civil-date.ts'

export const civilDateSchema = z.string().refine(isCivilDate, 'dateFormat')

export const ownDayKinds = ['off', 'working'] as const

/** What is said of one day against the general calendar: given off, or worked off. */
export const ownDaySchema = z.object({
  date: z.string('dateRequired').refine(isCivilDate, 'dateFormat'),
  kind: z.enum(ownDayKinds, 'required'),
  /** The decision or order that it rests on. */
  reason: lineField(200, 'dayReasonRequired'),
})
export type OwnDay = z.output<typeof ownDaySchema>
