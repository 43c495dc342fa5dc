import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { candidateRefusals, papersOutcomes, withdrawalReasons } from '#domain/candidates/schema.ts'
import { formatRegistryNumber } from '#domain/text/format.ts'
import { client } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { StepDialog as Ask } from '#renderer/components/steps/step-dialog.tsx'
import type { Found } from './found.ts'
import { useLackText } from './lack-text.ts'

export type CandidateStepName = keyof typeof dialogs

interface AskProps {
  found: Found
  title: string
  onClose: () => void
}

/** One step with what it asks for; at most three fields, the reason typed by a person. */
export function CandidateStep({
  step,
  ...props
}: Omit<AskProps, 'title'> & { step: CandidateStepName }) {
  const { t } = useTranslation()
  const { entryNumber, entryDate } = props.found.candidacy
  const number = formatRegistryNumber(entryNumber, entryDate)
  const Own = dialogs[step]
  return <Own {...props} title={t(`candidates:ask.${step}`, { number })} />
}

const dialogs = {
  askForDocuments: Letter,
  refuse: Refusal,
  withdraw: Withdrawal,
  enterPool: Pool,
  employ: Employment,
  close: Closing,
  undo: Undo,
  clearPapers: ClearPapers,
}

const date = z.string('required').min(1, 'required').pipe(civilDateSchema)
const reason = z.string().max(2000, 'textTooLong')
const labels = {
  date: 'candidates:ending.date',
  reason: 'candidates:ending.reason',
} as const

const letterSchema = z.object({ letterDate: date })
const letterFields = fieldsFor<z.input<typeof letterSchema>>().few('candidates', [
  { name: 'letterDate', kind: 'date', hint: true },
])

/** The letter for what is missing: its date begins the term. */
function Letter({ found, ...props }: AskProps) {
  const { t } = useTranslation()
  const lack = useLackText()
  const { id, version } = found.candidacy
  return (
    <Ask
      {...props}
      lead={
        <ul>
          {found.missing.map((one) => (
            <li key={one.code + (one.path ?? []).join('.')}>{lack(one)}</li>
          ))}
        </ul>
      }
      fields={letterFields}
      schema={letterSchema}
      defaults={{ letterDate: today() }}
      saveLabel={t('candidates:action.recordLetter')}
      call={({ letterDate }, { requestId }) =>
        client.candidates.step({
          requestId,
          data: { id, version, event: { kind: 'askForDocuments', letterDate } },
        })
      }
    />
  )
}

const refusalSchema = z.object({ ground: z.enum(candidateRefusals, 'required'), date, reason })
const refusalFields = fieldsFor<z.input<typeof refusalSchema>>().few('candidates', [
  {
    name: 'ground',
    kind: 'choice',
    options: candidateRefusals,
    as: 'stacked',
    label: 'candidates:ending.ground',
    words: 'candidates:refusalGround',
  },
  { name: 'date', kind: 'date', label: labels.date },
  { name: 'reason', kind: 'area', max: 2000, label: labels.reason },
])

function Refusal({ found, ...props }: AskProps) {
  const { t } = useTranslation()
  const { id, version, state } = found.candidacy
  const fits = candidateRefusals.filter(
    (ground) =>
      (ground !== 'documentsNotProvided' || state === 'incomplete') &&
      ((ground !== 'notSelected' && ground !== 'interviewMissed') || state === 'admitted'),
  )
  return (
    <Ask
      {...props}
      wide
      fields={refusalFields}
      asides={{ ground: { only: fits } }}
      schema={refusalSchema}
      defaults={{ date: today(), reason: '' }}
      saveLabel={t('candidates:action.refuse')}
      call={(values, { requestId }) =>
        client.candidates.decide({
          requestId,
          data: { id, version, event: { kind: 'refuse', ...values } },
        })
      }
    />
  )
}

const withdrawalSchema = z.object({ why: z.enum(withdrawalReasons, 'required'), date, reason })
const withdrawalFields = fieldsFor<z.input<typeof withdrawalSchema>>().few('candidates', [
  {
    name: 'why',
    kind: 'choice',
    options: withdrawalReasons,
    label: 'candidates:ending.why',
    words: 'candidates:withdrawal',
  },
  { name: 'date', kind: 'date', label: labels.date, hint: 'candidates:hint.withdrawDate' },
  {
    name: 'reason',
    kind: 'area',
    max: 2000,
    label: labels.reason,
    hint: 'candidates:hint.withdrawReason',
  },
])

function Withdrawal({ found, ...props }: AskProps) {
  const { t } = useTranslation()
  const { id, version } = found.candidacy
  return (
    <Ask
      {...props}
      fields={withdrawalFields}
      schema={withdrawalSchema}
      defaults={{ date: today(), reason: '' }}
      saveLabel={t('candidates:action.withdraw')}
      call={(values, { requestId }) =>
        client.candidates.step({
          requestId,
          data: { id, version, event: { kind: 'withdraw', ...values } },
        })
      }
    />
  )
}

const daySchema = z.object({ date })
const dayFields = fieldsFor<z.input<typeof daySchema>>().few('candidates', [
  { name: 'date', kind: 'date', label: labels.date },
])

/** A decision that asks only for its day. */
function DayOf({ found, kind, ...props }: AskProps & { kind: 'enterPool' | 'employ' }) {
  const { t } = useTranslation()
  const { id, version } = found.candidacy
  return (
    <Ask
      {...props}
      fields={dayFields}
      schema={daySchema}
      defaults={{ date: today() }}
      enterSubmits
      saveLabel={t(`candidates:action.${kind}`)}
      call={(values, { requestId }) =>
        client.candidates.decide({ requestId, data: { id, version, event: { kind, ...values } } })
      }
    />
  )
}

function Pool(props: AskProps) {
  return <DayOf {...props} kind="enterPool" />
}

function Employment(props: AskProps) {
  return <DayOf {...props} kind="employ" />
}

const closingSchema = z.object({ date, reason })
const closingFields = fieldsFor<z.input<typeof closingSchema>>().few('candidates', [
  { name: 'date', kind: 'date', label: labels.date },
  { name: 'reason', kind: 'area', max: 2000, label: labels.reason },
])

function Closing({ found, ...props }: AskProps) {
  const { t } = useTranslation()
  const { id, version } = found.candidacy
  return (
    <Ask
      {...props}
      fields={closingFields}
      schema={closingSchema}
      defaults={{ date: today(), reason: '' }}
      saveLabel={t('candidates:action.close')}
      call={(values, { requestId }) =>
        client.candidates.step({
          requestId,
          data: { id, version, event: { kind: 'close', ...values } },
        })
      }
    />
  )
}

const undoSchema = z.object({ reason })
const undoFields = fieldsFor<z.input<typeof undoSchema>>().few('candidates', [
  { name: 'reason', kind: 'area', max: 2000, label: labels.reason },
])

function Undo({ found, ...props }: AskProps) {
  const { t } = useTranslation()
  const { id, version } = found.candidacy
  return (
    <Ask
      {...props}
      lead={<p>{t('candidates:undoText')}</p>}
      fields={undoFields}
      asides={{ reason: { optional: found.undo?.needsReason !== true } }}
      schema={undoSchema}
      defaults={{ reason: '' }}
      saveLabel={t('candidates:action.takeBack')}
      call={(values, { requestId }) =>
        client.candidates.undo({ requestId, data: { id, version, ...values } })
      }
    />
  )
}

const papersSchema = z.object({
  outcome: z.enum(papersOutcomes, 'required'),
  date,
  note: reason,
})
const papersFields = fieldsFor<z.input<typeof papersSchema>>().few('candidates', [
  {
    name: 'outcome',
    kind: 'choice',
    options: papersOutcomes,
    as: 'stacked',
    label: 'candidates:ending.outcome',
    words: 'candidates:papersOutcome',
  },
  { name: 'date', kind: 'date', label: labels.date },
  {
    name: 'note',
    kind: 'area',
    max: 2000,
    label: 'candidates:ending.note',
    hint: 'candidates:hint.papersNote',
    optional: true,
  },
])

/** Originals returned, copies destroyed (чл. 25к от ЗЗЛД): what was told is erased with them. */
function ClearPapers({ found, ...props }: AskProps) {
  const { t } = useTranslation()
  const { id, version } = found.candidacy
  return (
    <Ask
      {...props}
      wide
      lead={<p>{t('candidates:clearText')}</p>}
      fields={papersFields}
      schema={papersSchema}
      defaults={{ date: today(), note: '' }}
      saveLabel={t('candidates:action.recordPapers')}
      call={(values, { requestId }) =>
        client.candidates.clearPapers({ requestId, data: { id, version, ...values } })
      }
    />
  )
}
