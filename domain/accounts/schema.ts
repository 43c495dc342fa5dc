import { z } from 'zod'
import { lineField, optionalLine } from '#domain/text/fields.ts'
import { roleSetSchema } from './roles.ts'

export const accountSchema = z.object({
  /** As it stands at the login and on the timeline: „Мария Петрова“. */
  displayName: lineField(80, 'displayNameRequired'),
  /** „социален работник“ – under signatures. */
  position: optionalLine(80),
  roles: roleSetSchema,
})
export type AccountInput = z.input<typeof accountSchema>
export type AccountData = z.output<typeof accountSchema>
