import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { conflictKinds, interviewOutcomes } from '#domain/selections/schema.ts'
import { formatClock, formatNumber } from '#domain/text/format.ts'
import { parseTime } from '#domain/text/parse-time.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { StepDialog as Ask } from '#renderer/components/steps/step-dialog.tsx'
import type { Card, Found } from './found.ts'

export type SelectionStepName = 'declare' | keyof typeof ofCard

interface AskProps {
  found: Found
  title: string
  onClose: () => void
}
type CardProps = AskProps & { card: Card }

/** One step of the card with what it asks for. */
export function SelectionStep({
  step,
  ...props
}: Omit<AskProps, 'title'> & { step: SelectionStepName }) {
  const { t } = useTranslation()
  const { card, person } = props.found
  const title = t(`selections:ask.${step}`, { name: person.name })
  if (step === 'declare') return <Declaration {...props} title={title} />
  if (card === null) return null
  const Own = ofCard[step]
  return <Own {...props} card={card} title={title} />
}

const ofCard = {
  invite: Invitation,
  interviewed: Interview,
  dropOut: DropOut,
  reopen: Reopening,
  commission: Commission,
}

const text = z.string().max(1000, 'textTooLong')

const declarationSchema = z.object({ kind: z.enum(conflictKinds, 'required'), text })
const declarationFields = fieldsFor<z.input<typeof declarationSchema>>().few('selections', [
  {
    name: 'kind',
    kind: 'choice',
    options: conflictKinds,
    as: 'stacked',
    words: 'selections:conflict',
  },
  {
    name: 'text',
    kind: 'area',
    max: 1000,
    hint: true,
    when: ({ kind }) => kind === 'declared',
  },
])

/** Said before the first point; what looks like a relation is asked, and never assumed. */
function Declaration({ found, ...props }: AskProps) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const { candidacy, card, doubts } = found
  return (
    <Ask
      {...props}
      wide
      lead={
        <>
          <p>{t('selections:conflictLead')}</p>
          {doubts.map((one) => (
            <p key={one.code}>
              <strong>{problemText(one)}</strong>
            </p>
          ))}
        </>
      }
      fields={declarationFields}
      schema={declarationSchema}
      // A relation is always told by a person: nothing is chosen beforehand.
      defaults={{ text: '' }}
      saveLabel={t('selections:action.declare')}
      call={(values, { requestId }) =>
        client.selections.declare({
          requestId,
          data: { candidacyId: candidacy.id, version: card?.version ?? null, ...values },
        })
      }
    />
  )
}

const invitationSchema = z.object({
  on: z.string('required').min(1, 'required').pipe(civilDateSchema),
  time: z.string('required').superRefine((typed, context) => {
    const read = parseTime(typed)
    if (!read.ok) context.addIssue({ code: 'custom', message: 'timeFormat' })
  }),
  place: z.string('required').trim().min(1, 'required').max(200, 'textTooLong'),
})
const invitationFields = fieldsFor<z.input<typeof invitationSchema>>().few('selections', [
  { name: 'on', kind: 'date' },
  { name: 'time', kind: 'text', max: 10, hint: true, width: 'short', beside: true },
  { name: 'place', kind: 'text', max: 200 },
])

/** The letter is issued with its number at once, and shown for printing. */
function Invitation({ card, found: _found, ...props }: CardProps) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const { id, version, interview } = card
  return (
    <Ask
      {...props}
      fields={invitationFields}
      schema={invitationSchema}
      defaults={{
        time: interview.minute === null ? '' : formatClock(interview.minute),
        place: interview.place,
      }}
      saveLabel={t('selections:action.issueInvitation')}
      call={({ on, time, place }, { requestId }) => {
        const read = parseTime(time)
        return client.selections.invite({
          requestId,
          data: { id, version, on, minute: read.ok ? read.value : 0, place },
        })
      }}
      done={({ paperId }) => {
        goTo(addressOf(routes.paper, paperId))
      }}
    />
  )
}

const interviewSchema = z.object({ came: z.enum(interviewOutcomes, 'required'), note: text })
const interviewFields = fieldsFor<z.input<typeof interviewSchema>>().few('selections', [
  { name: 'came', kind: 'choice', options: interviewOutcomes, as: 'radio' },
  { name: 'note', kind: 'area', max: 1000, optional: true },
])

function Interview({ card, found: _found, ...props }: CardProps) {
  const { t } = useTranslation()
  const { id, version, interview } = card
  return (
    <Ask
      {...props}
      fields={interviewFields}
      schema={interviewSchema}
      defaults={{ note: interview.note }}
      saveLabel={t('selections:action.record')}
      call={(values, { requestId }) =>
        client.selections.interviewed({ requestId, data: { id, version, ...values } })
      }
    />
  )
}

const reasonSchema = z.object({ reason: text })
const reasonFields = fieldsFor<z.input<typeof reasonSchema>>().few('selections', [
  { name: 'reason', kind: 'area', max: 1000 },
])

function DropOut({ card, found: _found, ...props }: CardProps) {
  const { t } = useTranslation()
  const { id, version } = card
  return (
    <Ask
      {...props}
      lead={<p>{t('selections:dropOutText')}</p>}
      fields={reasonFields}
      schema={reasonSchema}
      defaults={{ reason: '' }}
      saveLabel={t('selections:action.recordDropOut')}
      call={(values, { requestId }) =>
        client.selections.dropOut({ requestId, data: { id, version, ...values } })
      }
    />
  )
}

function Reopening({ card, found: _found, ...props }: CardProps) {
  const { t } = useTranslation()
  const { id, version } = card
  return (
    <Ask
      {...props}
      lead={<p>{t('selections:reopenText')}</p>}
      fields={reasonFields}
      schema={reasonSchema}
      defaults={{ reason: '' }}
      saveLabel={t('selections:action.takeBack')}
      call={(values, { requestId }) =>
        client.selections.reopen({ requestId, data: { id, version, ...values } })
      }
    />
  )
}

const commissionSchema = z.object({ points: z.number('required'), comment: text })
const commissionFields = fieldsFor<z.input<typeof commissionSchema>>().few('selections', [
  { name: 'points', kind: 'number', min: 0, label: 'selections:field.commissionPoints' },
  { name: 'comment', kind: 'area', max: 1000, hint: true, optional: 'quiet' },
])

function Commission({ card, found, ...props }: CardProps) {
  const { t } = useTranslation()
  const { id, version, commission } = card
  return (
    <Ask
      {...props}
      lead={
        <p>
          {t('selections:commissionLead', {
            points: formatNumber(card.points ?? 0),
            max: formatNumber(found.max),
            allowed: formatNumber(found.commentPoints),
          })}
        </p>
      }
      fields={commissionFields}
      schema={commissionSchema}
      defaults={
        commission ? { points: commission.points, comment: commission.comment } : { comment: '' }
      }
      saveLabel={t('selections:action.record')}
      call={(values, { requestId }) =>
        client.selections.commission({ requestId, data: { id, version, ...values } })
      }
    />
  )
}
