import { z } from 'zod'
import {
  employmentEndSchema,
  employmentSigningSchema,
  resumptionSchema,
  suspensionSchema,
} from '#domain/employments/schema.ts'
import { client } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { SelectField } from '#renderer/components/fields/choice-fields.tsx'
import type { FieldProps } from '#renderer/components/fields/use-field.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { StepPanel } from '#renderer/components/steps/step-panel.tsx'
import type { Employment } from './found.ts'

export interface PanelProps {
  employment: Employment
  /** The step is taken; `fresh` comes when the page has been read again. */
  onDone: (fresh: Promise<void>) => void
  onCancel: () => void
}

const signingFields = fieldsFor<z.input<typeof employmentSigningSchema>>().few('employments', [
  { name: 'signedOn', kind: 'date', width: 'short' },
])

/** „Върнат подписан“: the day of the later signature. */
export function SignPanel({ employment, onDone, onCancel }: PanelProps) {
  const { t } = useTranslation()
  const { id, version } = employment
  const title = t('employments:event.markSigned')
  return (
    <StepPanel
      title={title}
      fields={signingFields}
      schema={employmentSigningSchema}
      defaults={{ signedOn: null }}
      saveLabel={title}
      enterSubmits
      call={(signing, { requestId }) =>
        client.employments.markSigned({ requestId, data: { id, version, signing } })
      }
      done={(_answer, fresh) => {
        onDone(fresh)
      }}
      onClose={onCancel}
    />
  )
}

const endFields = fieldsFor<z.input<typeof employmentEndSchema>>().few('employments', [
  { name: 'orderDate', kind: 'date' },
  { name: 'onDate', kind: 'date', beside: true },
  { name: 'reason', kind: 'area', max: 1000, hint: true },
])

/** The grounds of the office's catalogue; nothing is chosen by itself. */
function GroundField({ grounds, ...props }: FieldProps & { grounds: Employment['grounds'] }) {
  return (
    <SelectField
      {...props}
      choices={grounds.map(({ id, name, article }) => ({
        value: id,
        label: `${article} – ${name}`,
      }))}
    />
  )
}

/** „Прекрати“: ground without a default, last day, the order. */
export function EndPanel({ employment, onDone, onCancel }: PanelProps) {
  const { t } = useTranslation()
  const { id, version, number } = employment
  return (
    <StepPanel
      title={t('employments:end.title', { number: number ?? '' })}
      warns
      lead={
        <ul>
          <li>{t('employments:end.order')}</li>
          {employment.input.kind === 'labour' ? <li>{t('employments:end.notice')}</li> : null}
          <li>{t('employments:end.choose')}</li>
        </ul>
      }
      fields={endFields}
      aside={
        <GroundField
          name="groundId"
          label={t('employments:field.groundId')}
          grounds={employment.grounds}
        />
      }
      schema={employmentEndSchema}
      defaults={{ orderDate: today(), reason: '' }}
      saveLabel={t('employments:end.button')}
      call={(end, { requestId }) =>
        client.employments.end({ requestId, data: { id, version, end } })
      }
      said={({ number: order }) => t('employments:end.done', { number: order })}
      done={(_answer, fresh) => {
        onDone(fresh)
      }}
      cancelLabel={t('employments:keep')}
      onClose={onCancel}
    />
  )
}

const suspensionFields = fieldsFor<z.input<typeof suspensionSchema>>().few('employments', [
  { name: 'fromDate', kind: 'date', width: 'short' },
  { name: 'reason', kind: 'area', max: 1000 },
])

export function SuspendPanel({ employment, onDone, onCancel }: PanelProps) {
  const { t } = useTranslation()
  const { id, version, number } = employment
  return (
    <StepPanel
      title={t('employments:suspend.title', { number: number ?? '' })}
      lead={<p>{t('employments:suspend.what')}</p>}
      fields={suspensionFields}
      schema={suspensionSchema}
      defaults={{ reason: '' }}
      saveLabel={t('employments:suspend.button')}
      call={(suspension, { requestId }) =>
        client.employments.suspend({ requestId, data: { id, version, suspension } })
      }
      done={(_answer, fresh) => {
        onDone(fresh)
      }}
      onClose={onCancel}
    />
  )
}

const resumptionFields = fieldsFor<z.input<typeof resumptionSchema>>().few('employments', [
  { name: 'onDate', kind: 'date', width: 'short', label: 'employments:field.resumeOn' },
])

export function ResumePanel({ employment, onDone, onCancel }: PanelProps) {
  const { t } = useTranslation()
  const { id, version, number } = employment
  return (
    <StepPanel
      title={t('employments:resume.title', { number: number ?? '' })}
      fields={resumptionFields}
      schema={resumptionSchema}
      defaults={{}}
      saveLabel={t('employments:resume.button')}
      enterSubmits
      call={(resumption, { requestId }) =>
        client.employments.resume({ requestId, data: { id, version, resumption } })
      }
      done={(_answer, fresh) => {
        onDone(fresh)
      }}
      onClose={onCancel}
    />
  )
}

const annulSchema = z.object({
  reason: z.string().trim().min(1, 'required').max(2000, 'textTooLong'),
})
const annulFields = fieldsFor<z.input<typeof annulSchema>>().few('employments', [
  { name: 'reason', kind: 'area', max: 2000, label: 'employments:field.annulReason' },
])

/** „Анулирай“: a wrongly issued contract or agreement; its number stays. */
export function AnnulPanel(props: {
  title: string
  call: (reason: string, requestId: string) => Promise<unknown>
  onDone: (fresh: Promise<void>) => void
  onCancel: () => void
}) {
  const { t } = useTranslation()
  return (
    <StepPanel
      title={props.title}
      warns
      lead={
        <ul>
          <li>{t('employments:annul.number')}</li>
          <li>{t('employments:annul.paper')}</li>
        </ul>
      }
      fields={annulFields}
      schema={annulSchema}
      defaults={{ reason: '' }}
      saveLabel={t('employments:annul.button')}
      call={({ reason }, { requestId }) => props.call(reason, requestId)}
      done={(_answer, fresh) => {
        props.onDone(fresh)
      }}
      cancelLabel={t('employments:keep')}
      onClose={props.onCancel}
    />
  )
}
