import { z } from 'zod'
import { nobody } from '#domain/applications/responsible.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { ColleagueField } from './colleague-field.tsx'

/** What „Предай…“ asks, for one case and for a pile. */
export const giveSchema = z.object({
  to: z.string('required').min(1, 'required'),
  note: z.string().max(1000, 'textTooLong'),
})
export const giveDefaults = { to: '', note: '' }

export const giveFields = fieldsFor<z.input<typeof giveSchema>>().few('applications', [
  {
    name: 'to',
    kind: 'own',
    box: ColleagueField,
    show: (id) => id,
    label: 'applications:give.to',
  },
  { name: 'note', kind: 'area', max: 1000, optional: true, label: 'applications:give.note' },
])

/** As the office takes it: null is nobody. */
export const accountOf = (chosen: string) => (chosen === nobody ? null : chosen)
