import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { lineField, linesField, textField } from '#domain/text/fields.ts'
import { idSchema } from '#domain/text/id.ts'

/** Обучение, супервизия, психологическа подкрепа, консултация, информиране. */
export const eventKinds = [
  'training',
  'supervision',
  'psychological',
  'consultation',
  'information',
] as const
export type EventKind = (typeof eventKinds)[number]

/** What everybody at work is to be through; the other kinds are held as they are needed. */
export const dueKinds = ['training', 'supervision', 'psychological'] as const
export type DueKind = (typeof dueKinds)[number]

/** Stored states. That a planned one is over and waits to be marked follows from its days. */
export const eventStates = ['planned', 'held', 'cancelled'] as const
export type EventState = (typeof eventStates)[number]

export type ShownEventState = EventState | 'toMark'

export const presences = ['present', 'absent', 'excused'] as const
export type Presence = (typeof presences)[number]

/** Columns of a presence list that one page can hold. */
const mostSessions = 10
/** People of one event: more make no group. */
export const mostPeople = 200

const minute = z.int('wholeNumber').min(0, 'tooSmall').max(1440, 'tooBig')

/** One meeting: a day, from–to. */
const sessionSchema = z.object({
  onDate: civilDateSchema,
  time: z.object({ from: minute, to: minute }, 'timeRequired'),
})
export type SessionInput = z.output<typeof sessionSchema>

/** The form of an event; who comes is chosen on its page. */
export const eventInputSchema = z
  .object({
    kind: z.enum(eventKinds, 'required'),
    topic: lineField(200),
    /** Trainer or supervisor, as the papers name them. */
    leader: lineField(160),
    /** Where the one who leads works for the office. */
    leaderEmploymentId: idSchema.nullable().default(null),
    place: lineField(200),
    /** „Група 2“ */
    groupName: textField(80),
    projectId: idSchema.nullable().default(null),
    /** Programme of the training, as the certificate names it. */
    programme: textField(200),
    sessions: z.array(sessionSchema).min(1, 'eventSessionMissing').max(mostSessions, 'tooMany'),
  })
  .superRefine(({ sessions }, context) => {
    const at = (message: string, index: number) => {
      context.addIssue({ code: 'custom', message, path: ['sessions', index, 'time'] })
    }
    for (const [index, one] of sessions.entries()) {
      if (one.time.to <= one.time.from) at('timeRangeOrder', index)
      const meets = sessions
        .slice(0, index)
        .some(
          (other) =>
            other.onDate === one.onDate &&
            other.time.from < one.time.to &&
            one.time.from < other.time.to,
        )
      if (meets) at('eventSessionsMeet', index)
    }
  })
export type EventForm = z.input<typeof eventInputSchema>
export type EventInput = z.output<typeof eventInputSchema>

/** Findings of a supervision: what was found and agreed, without names. */
export const findingsSchema = linesField(4000)

/** What the psychologist keeps of a psychological support. */
export const eventNoteSchema = z.object({ text: linesField(8000).min(1, 'required') })

/** One cell of the grid. */
export const markSchema = z.object({
  participantId: idSchema,
  sessionId: idSchema,
  presence: z.enum(presences, 'required'),
})
export type Mark = z.output<typeof markSchema>

/** Who need not come: by which earlier programme, with which paper. */
export const exemptionInputSchema = z
  .object({
    kind: z.enum(dueKinds, 'required'),
    topic: lineField(200),
    programme: lineField(200),
    paperNumber: textField(60),
    paperDate: civilDateSchema.nullable().default(null),
    reason: linesField(500),
  })
  .superRefine(({ paperNumber, reason }, context) => {
    if (paperNumber === '' && reason === '')
      context.addIssue({ code: 'custom', message: 'exemptionWithoutGround', path: ['paperNumber'] })
  })
export type ExemptionForm = z.input<typeof exemptionInputSchema>
export type ExemptionInput = z.output<typeof exemptionInputSchema>

/** A colleague who stands by somebody new. */
export const mentorshipInputSchema = z
  .object({
    mentorId: z.string('required').min(1, 'required').pipe(idSchema),
    fromDate: civilDateSchema,
    toDate: civilDateSchema,
  })
  .superRefine(({ fromDate, toDate }, context) => {
    if (toDate < fromDate)
      context.addIssue({ code: 'custom', message: 'endBeforeStart', path: ['toDate'] })
  })
export type MentorshipForm = z.input<typeof mentorshipInputSchema>
export type MentorshipInput = z.output<typeof mentorshipInputSchema>
