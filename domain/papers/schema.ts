import { z } from 'zod'
import { signingModes } from '#domain/papers/parties.ts'

/** What the office prints. */
export const paperKinds = [
  'contract',
  'plan',
  'assessment',
  'employment',
  'employmentAnnex',
  'employmentEnd',
  'letter',
  'assistantChoice',
  'assignmentChange',
  'selectionCard',
  'interviewInvitation',
  'certificate',
  'recoverySheet',
  'pileCover',
] as const
export type PaperKind = (typeof paperKinds)[number]

/** Kinds that are frozen, numbered and filed; the others are printed and forgotten. */
export const filedPaperKinds = [
  'contract',
  'plan',
  'assessment',
  'employment',
  'employmentAnnex',
  'employmentEnd',
  'letter',
  'assistantChoice',
  'assignmentChange',
  'selectionCard',
  'interviewInvitation',
  'certificate',
] as const
export const filedPaperKindSchema = z.enum(filedPaperKinds)
export type FiledPaperKind = z.infer<typeof filedPaperKindSchema>

/**
 * forPrint – issued and frozen, not printed yet · printed · out – навън за подпис ·
 * signedBack – върнат подписан · missing – not found where it should be · annulled – анулиран.
 */
export const paperStatuses = [
  'forPrint',
  'printed',
  'out',
  'signedBack',
  'missing',
  'annulled',
] as const
export const paperStatusSchema = z.enum(paperStatuses)
export type PaperStatus = z.infer<typeof paperStatusSchema>

/** How the person's side signed, as it came back. */
export const signedModeSchema = z.enum(signingModes)
