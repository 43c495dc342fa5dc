import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { dropOutReasons, refusalGrounds } from '#domain/applications/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { formatFullName } from '#domain/text/format-person.ts'
import { formatRegistryNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { RadioField, SelectField } from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { TextAreaField } from '#renderer/components/fields/text-area-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { focusField } from '#renderer/components/form/dom.ts'
import { Form } from '#renderer/components/form/form.tsx'
import { Dialog } from '#renderer/components/layers/dialog.tsx'
import { Interruption } from '#renderer/components/layers/interruption.tsx'
import { useMissingText } from './missing-text.ts'
import { useRefresh, type Found } from './use-step.ts'

interface DialogStep {
  kind: 'askForDocuments' | 'refuse' | 'dropOut' | 'undo' | 'preliminary'
}
/** The override is decided on a page of its own. */
export type Step = DialogStep | { kind: 'override' }

export interface StepDialogProps {
  step: DialogStep
  found: Found
  onClose: () => void
}

const date = z.string('required').min(1, 'required').pipe(civilDateSchema)
const reason = z.string().max(2000, 'textTooLong')

/** One step with what it asks for; at most three fields, the reason typed by a person. */
export function StepDialog({ step, found, onClose }: StepDialogProps) {
  const { t } = useTranslation()
  const number = formatRegistryNumber(found.application.entryNumber, found.application.entryDate)
  const title = t(`applications:ask.${step.kind}`, { number })
  const form = { found, onClose, title }
  return (
    <Dialog title={title} onClose={onClose} wide={step.kind === 'refuse'}>
      <div
        // The dialog gives the focus here; the keys belong into the first field that needs a hand.
        data-autofocus
        tabIndex={-1}
        onFocus={(event) => {
          if (event.target !== event.currentTarget) return
          const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-field]')]
          const first = fields.find((own) => !hasValue(own)) ?? fields[0]
          if (first) focusField(first)
        }}
      >
        {step.kind === 'askForDocuments' ? <LetterForm {...form} /> : null}
        {step.kind === 'refuse' ? <RefusalForm {...form} /> : null}
        {step.kind === 'dropOut' ? <DropOutForm {...form} /> : null}
        {step.kind === 'undo' ? <UndoForm {...form} /> : null}
        {step.kind === 'preliminary' ? <PreliminaryForm {...form} /> : null}
      </div>
    </Dialog>
  )
}

const hasValue = (field: HTMLElement) =>
  'value' in field ? field.value !== '' : field.querySelector(':checked') !== null

interface StepFormProps {
  found: Found
  title: string
  onClose: () => void
}

function useStepForm({ found, title, onClose }: StepFormProps) {
  const refresh = useRefresh()
  const { id, version } = found.application
  return {
    id,
    version,
    shared: {
      title,
      summary: false,
      onLeave: onClose,
      onSaved: () => {
        onClose()
        void refresh()
      },
    },
  }
}

/** The letter for what is missing: its date begins the term. */
function LetterForm(props: StepFormProps) {
  const { t } = useTranslation()
  const text = useMissingText()
  const { id, version, shared } = useStepForm(props)
  return (
    <>
      <ul>
        {props.found.missing.map((one) => (
          <li key={one.code + (one.path ?? []).join('.')}>{text(one)}</li>
        ))}
      </ul>
      <Form
        {...shared}
        schema={z.object({ letterDate: date })}
        defaults={{ letterDate: today() }}
        saveLabel={t('applications:action.recordLetter')}
        onSave={({ letterDate }, { requestId }) =>
          client.applications.step({
            requestId,
            data: { id, version, event: { kind: 'askForDocuments', letterDate } },
          })
        }
      >
        <DateField
          name="letterDate"
          label={t('applications:field.letterDate')}
          hint={t('applications:hint.letterDate')}
        />
      </Form>
    </>
  )
}

/** The closed list of чл. 78, ал. 5 from ЗСУ: no ground is chosen beforehand. */
function RefusalForm(props: StepFormProps) {
  const { t } = useTranslation()
  const { id, version, shared } = useStepForm(props)
  return (
    <Form
      {...shared}
      schema={z.object({ ground: z.enum(refusalGrounds, 'required'), date, reason })}
      defaults={{ ground: null as never, date: today(), reason: '' }}
      saveLabel={t('applications:action.refuse')}
      onSave={(values, { requestId }) =>
        client.applications.decide({
          requestId,
          data: { id, version, event: { kind: 'refuse', ...values } },
        })
      }
    >
      <RadioField
        name="ground"
        label={t('applications:refusal.ground')}
        stacked
        choices={refusalGrounds.map((value) => ({
          value,
          label: t(`applications:refusalGround.${value}`),
        }))}
      />
      <DateField name="date" label={t('applications:refusal.date')} />
      <TextAreaField name="reason" label={t('applications:refusal.reason')} max={2000} />
    </Form>
  )
}

function DropOutForm(props: StepFormProps) {
  const { t } = useTranslation()
  const { id, version, shared } = useStepForm(props)
  const { state } = props.found.application
  const fits = dropOutReasons.filter(
    (why) =>
      (state === 'forAssessment' || !['notFound', 'refusedAssessment'].includes(why)) &&
      (state === 'incomplete' || why !== 'documentsNotProvided'),
  )
  return (
    <Form
      {...shared}
      schema={z.object({ why: z.enum(dropOutReasons, 'required'), date, reason })}
      defaults={{ why: null as never, date: today(), reason: '' }}
      saveLabel={t('applications:action.dropOut')}
      onSave={(values, { requestId }) =>
        client.applications.step({
          requestId,
          data: { id, version, event: { kind: 'dropOut', ...values } },
        })
      }
    >
      <SelectField
        name="why"
        label={t('applications:dropOutWhy')}
        choices={fits.map((value) => ({ value, label: t(`applications:dropOut.${value}`) }))}
      />
      <DateField
        name="date"
        label={t('applications:refusal.date')}
        hint={t('applications:hint.dropOutDate')}
      />
      <TextAreaField
        name="reason"
        label={t('applications:refusal.reason')}
        hint={t('applications:hint.dropOutReason')}
        max={2000}
      />
    </Form>
  )
}

function UndoForm(props: StepFormProps) {
  const { t } = useTranslation()
  const { id, version, shared } = useStepForm(props)
  const { undo } = props.found
  return (
    <>
      <p>{t('applications:undoText')}</p>
      <Form
        {...shared}
        schema={z.object({ reason })}
        defaults={{ reason: '' }}
        saveLabel={t('applications:action.takeBack')}
        onSave={(values, { requestId }) =>
          client.applications.undo({ requestId, data: { id, version, ...values } })
        }
      >
        <TextAreaField
          name="reason"
          label={t('applications:override.reason')}
          optional={undo?.needsReason !== true}
          max={2000}
        />
      </Form>
    </>
  )
}

/** № and date of the preliminary assessment (ЗСУ чл. 73–75). */
function PreliminaryForm(props: StepFormProps) {
  const { t } = useTranslation()
  const { id, version, shared } = useStepForm(props)
  return (
    <Form
      {...shared}
      schema={z.object({
        number: z.string().trim().min(1, 'required').max(60, 'textTooLong'),
        date,
      })}
      defaults={{ number: '', date: today() }}
      enterSubmits
      onSave={(values, { requestId }) =>
        client.applications.recordPreliminary({ requestId, data: { id, version, ...values } })
      }
    >
      <TextField
        name="number"
        label={t('applications:field.preliminaryAssessmentNumber')}
        hint={t('applications:hint.preliminaryAssessmentNumber')}
        max={60}
      />
      <DateField name="date" label={t('applications:field.preliminaryAssessmentDate')} />
    </Form>
  )
}

/** Admitting in spite of other help: a page of its own, the head's reason stands in the history. */
export function OverridePage(props: {
  found: Found
  busy: boolean
  problems: readonly Problem[]
  onCancel: () => void
  onConfirm: (reason: string) => void
}) {
  const { t } = useTranslation()
  const text = useProblemText()
  const { found } = props
  return (
    <Interruption
      title={t('applications:override.title', { name: formatFullName(found.person) })}
      consequences={[
        ...found.doubleSupport.map((one) => text(one)),
        t('applications:override.consequence'),
        ...props.problems.map((one) => text(one)),
      ]}
      actionLabel={t('applications:override.confirm')}
      cancelLabel={t('applications:override.cancel')}
      reason={{ label: t('applications:override.reason'), min: found.minReasonLength }}
      busy={props.busy}
      onCancel={props.onCancel}
      onConfirm={props.onConfirm}
    />
  )
}
