import { annexInputSchema, payUnits, type AnnexForm } from '#domain/employments/schema.ts'
import { client } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { emptyValues } from '#renderer/components/record/empty-values.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { StepPanel } from '#renderer/components/steps/step-panel.tsx'
import type { Employment } from './found.ts'

export type Annex = Employment['annexes'][number]

const annexFields = fieldsFor<AnnexForm>().few('employments', [
  { name: 'annexDate', kind: 'date' },
  { name: 'fromDate', kind: 'date', beside: true },
  { name: 'minutesPerDay', kind: 'hours', optional: true, width: 'short' },
  { name: 'basePayCents', kind: 'money', optional: true, width: 'short' },
  { name: 'payUnit', kind: 'choice', options: payUnits, optional: true, beside: true },
  { name: 'programme', kind: 'text', max: 300, optional: true },
  { name: 'placeOfWork', kind: 'text', max: 300, optional: true },
  { name: 'endDate', kind: 'date', optional: true },
])

/** What an agreement changes; an empty field stays as it is. */
export function AnnexPanel(props: {
  employment: Employment
  /** A draft that is gone on with. */
  annex: Annex | null
  onDone: (fresh: Promise<void>) => void
  onCancel: () => void
}) {
  const { employment, annex, onDone } = props
  const { t } = useTranslation()
  const isCivil = employment.input.kind === 'civil'
  const fields = isCivil
    ? { ...annexFields, rows: annexFields.rows.filter(({ name }) => name !== 'minutesPerDay') }
    : annexFields
  return (
    <StepPanel
      title={t('employments:annex.title')}
      lead={<p className="o-muted">{t('employments:hint.annexEmpty')}</p>}
      fields={fields}
      schema={annexInputSchema}
      defaults={
        annex?.input ?? { ...emptyValues(annexFields), annexDate: today(), fromDate: today() }
      }
      saveLabel={t('employments:saveDraft')}
      call={(input, { requestId }) =>
        client.employments.saveAnnex({
          requestId,
          data: {
            id: annex?.id ?? null,
            version: annex?.version ?? null,
            employmentId: employment.id,
            input,
          },
        })
      }
      done={(_answer, fresh) => {
        onDone(fresh)
      }}
      onClose={props.onCancel}
    />
  )
}
