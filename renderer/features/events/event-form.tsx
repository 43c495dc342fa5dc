import { z } from 'zod'
import { eventInputSchema, type EventForm as Input } from '#domain/events/schema.ts'
import { linesField } from '#domain/text/fields.ts'
import { client, type ApiClient } from '#renderer/shell/client.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { AddAnother } from '#renderer/components/fields/add-another.tsx'
import { SelectField } from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { TimeRangeField } from '#renderer/components/fields/figure-fields.tsx'
import { TextAreaField } from '#renderer/components/fields/text-area-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { Section } from '#renderer/components/form/section.tsx'
import { conflictRows } from '#renderer/components/record/facts-of.tsx'
import { FieldRows } from '#renderer/components/record/field-rows.tsx'
import { emptySession, eventFields } from './event-table.ts'
import type { EventSetup } from './found.ts'

const formSchema = eventInputSchema.safeExtend({
  version: z.int().nullable(),
  reason: linesField(1000),
})
type Values = Input & { version: number | null; reason: string }
type Saved = Awaited<ReturnType<ApiClient['events']['save']>>

/** The form of an event: what, who leads, where, when; of a held one also why it is changed. */
export function EventForm(props: {
  eventId: string | null
  version: number | null
  defaults: Record<string, unknown>
  setup: EventSetup
  /** With whom a new one begins. */
  personIds: readonly string[]
  isHeld: boolean
  draftKey: string
  title: string
  onSaved: (saved: Saved) => void
  onLeave: () => void
}) {
  const { eventId, setup, personIds } = props
  const { t } = useTranslation()
  return (
    <Form<Values, z.output<typeof formSchema>, Saved>
      schema={formSchema}
      defaults={{ ...props.defaults, version: props.version, reason: '' }}
      title={props.title}
      draftKey={props.draftKey}
      draftOf={({ topic }) => topic}
      autoFocus={eventId === null}
      onSave={({ version, reason, ...input }, { requestId }) =>
        client.events.save({
          requestId,
          data: { id: eventId, version, input, personIds: [...personIds], reason },
        })
      }
      onSaved={props.onSaved}
      onLeave={props.onLeave}
      conflictFields={conflictRows(t, eventFields)}
    >
      <Section title={t('events:section.event')}>
        <FieldRows of={eventFields} />
        <SelectField
          name="leaderEmploymentId"
          label={t('events:field.leaderEmploymentId')}
          choices={setup.people.map(({ employmentId, name, position }) => ({
            value: employmentId,
            label: `${name} – ${position}`,
          }))}
          optional
          passBy
        />
        <SelectField
          name="projectId"
          label={t('events:field.projectId')}
          choices={setup.projects.map(({ id, name }) => ({ value: id, label: name }))}
          optional
          passBy
        />
      </Section>
      <Section title={t('events:section.sessions')}>
        <AddAnother
          name="sessions"
          legend={t('events:field.sessions')}
          addLabel={t('events:addSession')}
          empty={emptySession}
          max={10}
          row={(path) => (
            <>
              <DateField name={`${path}.onDate`} label={t('events:field.onDate')} />
              <TimeRangeField name={`${path}.time`} label={t('events:field.time')} />
            </>
          )}
        />
        {props.isHeld ? (
          <TextAreaField
            name="reason"
            label={t('events:field.reason')}
            hint={t('events:hint.reason')}
            max={1000}
          />
        ) : null}
      </Section>
    </Form>
  )
}
