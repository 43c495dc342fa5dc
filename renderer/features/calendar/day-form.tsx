import { z } from 'zod'
import { ownDayKinds, ownDaySchema, type OwnDay } from '#domain/calendar/schema.ts'
import { formatDate } from '#domain/text/format.ts'
import { client } from '#renderer/shell/client.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { RadioField } from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { Dialog } from '#renderer/components/layers/dialog.tsx'

export interface StoredDay extends OwnDay {
  id: string
  version: number
}

const schema = ownDaySchema.extend({ version: z.int().nullable() })

/** A new line of the office's calendar, or one that exists. */
export function DayForm({ day, onClose }: { day: StoredDay | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={day ? t('calendar:changeOf', { date: formatDate(day.date) }) : t('calendar:new')}
      onClose={onClose}
    >
      <Form
        schema={schema}
        defaults={
          day
            ? { date: day.date, kind: day.kind, reason: day.reason, version: day.version }
            : { kind: 'off', reason: '', version: null }
        }
        title={t('calendar:one')}
        summary={false}
        autoFocus
        onSave={(values, { requestId }) =>
          client.calendar.save({ requestId, data: { ...values, id: day?.id ?? null } })
        }
        onSaved={onClose}
        conflictFields={[
          { name: 'date', label: t('calendar:date'), show: (date) => formatDate(String(date)) },
          {
            name: 'kind',
            label: t('calendar:isDay'),
            show: (kind) => t(`calendar:kind.${kind === 'off' ? 'off' : 'working'}`),
          },
          { name: 'reason', label: t('calendar:reason') },
        ]}
        actions={
          <button type="button" className="o-link-button" onClick={onClose}>
            {t('common:cancel')}
          </button>
        }
      >
        <DateField name="date" label={t('calendar:date')} />
        <RadioField
          name="kind"
          label={t('calendar:isDay')}
          hint={t('calendar:kindHint')}
          choices={ownDayKinds.map((value) => ({ value, label: t(`calendar:kind.${value}`) }))}
        />
        <TextField
          name="reason"
          label={t('calendar:reason')}
          hint={t('calendar:reasonHint')}
          max={200}
        />
      </Form>
    </Dialog>
  )
}
