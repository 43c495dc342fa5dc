import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { dropOutReasons, refusalGrounds } from '#domain/applications/schema.ts'
import { formatRegistryNumber } from '#domain/text/format.ts'
import { registryNumberField } from '#domain/text/registry-number.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { StepDialog as Ask } from '#renderer/components/steps/step-dialog.tsx'
import type { Found } from './found.ts'
import { useMissingText } from './missing-text.ts'

export type Step = 'askForDocuments' | 'refuse' | 'dropOut' | 'undo' | 'preliminary'

interface AskProps {
  found: Found
  title: string
  onClose: () => void
}

/** One step with what it asks for; at most three fields, the reason typed by a person. */
export function StepDialog({ step, ...props }: Omit<AskProps, 'title'> & { step: Step }) {
  const { t } = useTranslation()
  const { entryNumber, entryDate } = props.found.application
  const number = formatRegistryNumber(entryNumber, entryDate)
  const Own = dialogs[step]
  return <Own {...props} title={t(`applications:ask.${step}`, { number })} />
}

const dialogs = {
  askForDocuments: Letter,
  refuse: Refusal,
  dropOut: DropOut,
  undo: Undo,
  preliminary: Preliminary,
}

const date = z.string('required').min(1, 'required').pipe(civilDateSchema)
const reason = z.string().max(2000, 'textTooLong')
const refusalLabels = {
  date: 'applications:refusal.date',
  reason: 'applications:refusal.reason',
} as const

const letterSchema = z.object({ letterDate: date })
const letterFields = fieldsFor<z.input<typeof letterSchema>>().few('applications', [
  { name: 'letterDate', kind: 'date', hint: true },
])

/** The letter for what is missing: its date begins the term. */
function Letter({ found, ...props }: AskProps) {
  const { t } = useTranslation()
  const text = useMissingText()
  const { id, version } = found.application
  return (
    <Ask
      {...props}
      lead={
        <ul>
          {found.missing.map((one) => (
            <li key={one.code + (one.path ?? []).join('.')}>{text(one)}</li>
          ))}
        </ul>
      }
      fields={letterFields}
      schema={letterSchema}
      defaults={{ letterDate: today() }}
      saveLabel={t('applications:action.recordLetter')}
      call={({ letterDate }, { requestId }) =>
        client.applications.step({
          requestId,
          data: { id, version, event: { kind: 'askForDocuments', letterDate } },
        })
      }
    />
  )
}

const refusalSchema = z.object({ ground: z.enum(refusalGrounds, 'required'), date, reason })
const refusalFields = fieldsFor<z.input<typeof refusalSchema>>().few('applications', [
  {
    name: 'ground',
    kind: 'choice',
    options: refusalGrounds,
    as: 'stacked',
    label: 'applications:refusal.ground',
    words: 'applications:refusalGround',
  },
  { name: 'date', kind: 'date', label: refusalLabels.date },
  { name: 'reason', kind: 'area', max: 2000, label: refusalLabels.reason },
])

/** The closed list of чл. 78, ал. 5 from ЗСУ: no ground is chosen beforehand. */
function Refusal({ found, ...props }: AskProps) {
  const { t } = useTranslation()
  const { id, version } = found.application
  return (
    <Ask
      {...props}
      wide
      fields={refusalFields}
      schema={refusalSchema}
      defaults={{ date: today(), reason: '' }}
      saveLabel={t('applications:action.refuse')}
      call={(values, { requestId }) =>
        client.applications.decide({
          requestId,
          data: { id, version, event: { kind: 'refuse', ...values } },
        })
      }
    />
  )
}

const dropOutSchema = z.object({ why: z.enum(dropOutReasons, 'required'), date, reason })
const dropOutFields = fieldsFor<z.input<typeof dropOutSchema>>().few('applications', [
  {
    name: 'why',
    kind: 'choice',
    options: dropOutReasons,
    label: 'applications:dropOutWhy',
    words: 'applications:dropOut',
  },
  { name: 'date', kind: 'date', label: refusalLabels.date, hint: 'applications:hint.dropOutDate' },
  {
    name: 'reason',
    kind: 'area',
    max: 2000,
    label: refusalLabels.reason,
    hint: 'applications:hint.dropOutReason',
  },
])

function DropOut({ found, ...props }: AskProps) {
  const { t } = useTranslation()
  const { id, version, state } = found.application
  const fits = dropOutReasons.filter(
    (why) =>
      (state === 'forAssessment' || !['notFound', 'refusedAssessment'].includes(why)) &&
      (state === 'incomplete' || why !== 'documentsNotProvided'),
  )
  return (
    <Ask
      {...props}
      fields={dropOutFields}
      asides={{ why: { only: fits } }}
      schema={dropOutSchema}
      defaults={{ date: today(), reason: '' }}
      saveLabel={t('applications:action.dropOut')}
      call={(values, { requestId }) =>
        client.applications.step({
          requestId,
          data: { id, version, event: { kind: 'dropOut', ...values } },
        })
      }
    />
  )
}

const undoSchema = z.object({ reason })
const undoFields = fieldsFor<z.input<typeof undoSchema>>().few('applications', [
  { name: 'reason', kind: 'area', max: 2000, label: 'applications:override.reason' },
])

function Undo({ found, ...props }: AskProps) {
  const { t } = useTranslation()
  const { id, version } = found.application
  return (
    <Ask
      {...props}
      lead={<p>{t('applications:undoText')}</p>}
      fields={undoFields}
      asides={{ reason: { optional: found.undo?.needsReason !== true } }}
      schema={undoSchema}
      defaults={{ reason: '' }}
      saveLabel={t('applications:action.takeBack')}
      call={(values, { requestId }) =>
        client.applications.undo({ requestId, data: { id, version, ...values } })
      }
    />
  )
}

const preliminarySchema = z.object({
  number: registryNumberField(60),
  date,
})
const preliminaryFields = fieldsFor<z.input<typeof preliminarySchema>>().few('applications', [
  {
    name: 'number',
    kind: 'text',
    max: 60,
    label: 'applications:field.preliminaryAssessmentNumber',
    hint: 'applications:hint.preliminaryAssessmentNumber',
  },
  { name: 'date', kind: 'date', label: 'applications:field.preliminaryAssessmentDate' },
])

/** № and date of the preliminary assessment (ЗСУ чл. 73–75). */
function Preliminary({ found, ...props }: AskProps) {
  const { id, version } = found.application
  return (
    <Ask
      {...props}
      fields={preliminaryFields}
      schema={preliminarySchema}
      defaults={{ number: '', date: today() }}
      enterSubmits
      call={(values, { requestId }) =>
        client.applications.recordPreliminary({ requestId, data: { id, version, ...values } })
      }
    />
  )
}
