import { useQuery } from '@tanstack/react-query'
import { mentorshipInputSchema, type MentorshipForm } from '#domain/events/schema.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { SelectField } from '#renderer/components/fields/choice-fields.tsx'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { StepDialog } from '#renderer/components/steps/step-dialog.tsx'
import type { OfPerson } from './found.ts'

const mentorFields = fieldsFor<MentorshipForm>().few('events', [
  { name: 'fromDate', kind: 'date' },
  { name: 'toDate', kind: 'date', beside: true },
])

/** „Наставник“: a colleague who is at work, for the months that the office set. */
export function MentorDialog(props: {
  personId: string
  stored: OfPerson['mentors'][number] | undefined
  onClose: () => void
}) {
  const { personId, stored, onClose } = props
  const { t } = useTranslation()
  const setup = useQuery(
    orpc.events.mentorSetup.queryOptions({ input: { personId }, gcTime: 0, staleTime: Infinity }),
  )
  if (!setup.data) return null
  const { mentors, fromDate, toDate } = setup.data
  return (
    <StepDialog
      title={t('events:mentor.title')}
      fields={mentorFields}
      aside={
        <SelectField
          name="mentorId"
          label={t('events:field.mentorId')}
          choices={mentors.map(({ id, name, position }) => ({
            value: id,
            label: `${name} – ${position}`,
          }))}
        />
      }
      schema={mentorshipInputSchema}
      defaults={stored?.input ?? { fromDate, toDate }}
      saveLabel={t('common:save')}
      call={(input, { requestId }) =>
        client.events.saveMentorship({
          requestId,
          data: { ...input, id: stored?.id ?? null, version: stored?.version ?? null, personId },
        })
      }
      onClose={onClose}
    />
  )
}
