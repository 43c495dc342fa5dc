import { z } from 'zod'
import { changePhrases, endPhrases } from '#domain/assignments/phrases-data.ts'
import {
  assignmentChangeSchema,
  assignmentEndSchema,
  assignmentInputSchema,
  assignmentRoles,
  type AssignmentChangeForm,
  type AssignmentForm,
} from '#domain/assignments/schema.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { client } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { StepDialog } from '#renderer/components/steps/step-dialog.tsx'
import { AssistantChoices, AssistantField, useOffers } from './assistant-field.tsx'
import type { Line } from './found.ts'

const assignFields = fieldsFor<AssignmentForm>().few('assignments', [
  { name: 'employmentId', kind: 'own', box: AssistantField, show: (id) => id, hint: true },
  { name: 'role', kind: 'choice', options: assignmentRoles, as: 'radio' },
  { name: 'fromDate', kind: 'date' },
  { name: 'minutesPerMonth', kind: 'hours', hint: true, beside: true },
  { name: 'toDate', kind: 'date', optional: true, passBy: true, hint: true },
  { name: 'overNormReason', kind: 'text', max: 500, optional: true, passBy: true, hint: true },
])

/** „Възложи“: who, as what, from when, how much. */
export function AssignDialog(props: {
  applicationId: string
  /** The decision by which it is done. */
  choiceId?: string | null
  /** What is known beforehand. */
  known: Partial<AssignmentForm>
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { applicationId, choiceId = null, known, onClose } = props
  const choices = useOffers(applicationId)
  return (
    <AssistantChoices value={choices}>
      <StepDialog
        title={t('assignments:assignTitle')}
        wide
        fields={assignFields}
        schema={assignmentInputSchema}
        defaults={{
          role: 'titular',
          fromDate: today(),
          toDate: null,
          overNormReason: '',
          ...known,
        }}
        saveLabel={t('assignments:assign')}
        said={() => t('assignments:assigned')}
        call={(input, { requestId }) =>
          client.assignments.assign({ requestId, data: { applicationId, choiceId, input } })
        }
        onClose={onClose}
      />
    </AssistantChoices>
  )
}

const changeFields = fieldsFor<AssignmentChangeForm>().few('assignments', [
  {
    name: 'employmentId',
    kind: 'own',
    box: AssistantField,
    show: (id) => id,
    label: 'assignments:field.newEmploymentId',
    hint: true,
  },
  { name: 'fromDate', kind: 'date', hint: true },
  { name: 'minutesPerMonth', kind: 'hours', beside: true },
  { name: 'reason', kind: 'area', max: 1000, rows: 2, phrases: changePhrases },
  { name: 'orderDate', kind: 'date' },
  { name: 'toDate', kind: 'date', optional: true, passBy: true, beside: true },
  { name: 'overNormReason', kind: 'text', max: 500, optional: true, passBy: true, hint: true },
])

/**
 * „Смени асистента“: one goes, another comes, a paper for all three. Everything but who and why is
 * filled in, so that a sick titular is replaced in a dozen keys.
 */
export function ChangeDialog(props: {
  line: Pick<Line, 'id' | 'version' | 'applicationId' | 'fromDate' | 'minutesPerMonth'> & {
    assistant: { name: string }
  }
  known?: Partial<AssignmentChangeForm>
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { line, known, onClose } = props
  const { id, version, minutesPerMonth } = line
  const choices = useOffers(line.applicationId)
  const tomorrow = addDays(today(), 1)
  const fromDate = line.fromDate < tomorrow ? tomorrow : addDays(line.fromDate, 1)
  return (
    <AssistantChoices value={choices}>
      <StepDialog
        title={t('assignments:changeTitle', { name: line.assistant.name })}
        lead={<p>{t('assignments:changeNote')}</p>}
        wide
        fields={changeFields}
        schema={assignmentChangeSchema}
        defaults={{
          fromDate,
          toDate: null,
          minutesPerMonth,
          overNormReason: '',
          orderDate: today(),
          reason: '',
          ...known,
        }}
        saveLabel={t('assignments:changeButton')}
        call={(change, { requestId }) =>
          client.assignments.change({ requestId, data: { id, version, change } })
        }
        said={({ number }) => t('assignments:changed', { number })}
        onClose={onClose}
      />
    </AssistantChoices>
  )
}

const endFields = fieldsFor<z.input<typeof assignmentEndSchema>>().few('assignments', [
  { name: 'onDate', kind: 'date', width: 'short' },
  { name: 'reason', kind: 'area', max: 1000, rows: 2, phrases: endPhrases },
])

/** „Прекрати“: nobody comes in the place of who leaves. */
export function EndDialog({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useTranslation()
  const { id, version } = line
  return (
    <StepDialog
      title={t('assignments:endTitle', { name: line.assistant.name })}
      fields={endFields}
      schema={assignmentEndSchema}
      defaults={{ onDate: today(), reason: '' }}
      saveLabel={t('assignments:endButton')}
      call={(ending, { requestId }) =>
        client.assignments.end({ requestId, data: { id, version, ending } })
      }
      onClose={onClose}
    />
  )
}

const voidSchema = z.object({ reason: z.string().max(1000, 'textTooLong') })
const voidFields = fieldsFor<z.input<typeof voidSchema>>().few('assignments', [
  { name: 'reason', kind: 'area', max: 1000, rows: 2, label: 'assignments:field.voidReason' },
])

/** „Въведено погрешно“: it counts nowhere from now on, and stays readable. */
export function VoidDialog({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useTranslation()
  const { id, version } = line
  return (
    <StepDialog
      title={t('assignments:voidTitle')}
      fields={voidFields}
      schema={voidSchema}
      defaults={{ reason: '' }}
      saveLabel={t('assignments:voidButton')}
      call={({ reason }, { requestId }) =>
        client.assignments.takeBack({ requestId, data: { id, version, reason } })
      }
      onClose={onClose}
    />
  )
}
