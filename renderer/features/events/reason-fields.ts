import { z } from 'zod'
import { linesField } from '#domain/text/fields.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'

export const reasonSchema = z.object({ reason: linesField(1000).min(1, 'required') })
export const reasonFields = fieldsFor<z.input<typeof reasonSchema>>().few('events', [
  { name: 'reason', kind: 'area', max: 1000 },
])
