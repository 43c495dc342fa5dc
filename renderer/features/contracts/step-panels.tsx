import { useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import {
  issueInputSchema,
  signingInputSchema,
  contractGrounds,
  terminationInputSchema,
} from '#domain/contracts/schema.ts'
import { isCivilDate } from '#domain/calendar/civil-date.ts'
import { signingModes } from '#domain/papers/parties.ts'
import { formatDate, formatHoursText } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc, type ApiClient } from '#renderer/shell/client.ts'
import { say } from '#renderer/shell/toasts.ts'
import { SelectField } from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { TextAreaField } from '#renderer/components/fields/text-area-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { Row } from '#renderer/components/form/section.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { ProblemList } from './problem-list.tsx'
import classes from './contracts.module.css'

export type Contract = Awaited<ReturnType<ApiClient['contracts']['find']>>

export interface PanelProps {
  contract: Contract
  onDone: () => void
  onCancel: () => void
}

function Cancel({ onCancel, label }: { onCancel: () => void; label?: string }) {
  const { t } = useTranslation()
  return (
    <button type="button" className="o-link-button" onClick={onCancel}>
      {label ?? t('common:cancel')}
    </button>
  )
}

const issueWithNumber = issueInputSchema.refine((value) => value.number !== null, {
  error: 'contractNumberMissing',
  path: ['number'],
})

/** „Издай“: the number, the dates, what cannot be changed afterwards. */
export function IssuePanel({ contract, onDone, onCancel }: PanelProps) {
  const { t } = useTranslation()
  const query = useQuery(
    orpc.contracts.issuing.queryOptions({ input: { id: contract.id }, gcTime: 0, staleTime: 0 }),
  )
  if (!query.data) return <RecordState error={query.error} />
  const { nextNumber, contractDate, startDate, endDate, latestEndDate, problems } = query.data
  const title =
    nextNumber === null
      ? t('contracts:issue.titleTyped')
      : t('contracts:issue.title', { number: nextNumber })
  const blocking = problems.filter(({ place }) => place.at !== 'field')
  return (
    <section className={classes.panel} aria-label={title}>
      <h2>{title}</h2>
      <ProblemList problems={problems} title={t('contracts:beforeIssue')} />
      {blocking.length > 0 ? (
        <p>
          <Cancel onCancel={onCancel} label={t('contracts:issue.back')} />
        </p>
      ) : (
        <>
          <ul>
            <li>
              {t(nextNumber === null ? 'contracts:issue.numberTyped' : 'contracts:issue.number')}
            </li>
            <li>{t('contracts:issue.frozen')}</li>
            <li>{t('contracts:issue.wrong')}</li>
          </ul>
          <Form
            schema={nextNumber === null ? issueWithNumber : issueInputSchema}
            defaults={{ contractDate, startDate, endDate, number: null }}
            title={title}
            saveLabel={
              nextNumber === null
                ? t('contracts:event.issue')
                : t('contracts:issue.button', { number: nextNumber })
            }
            enterSubmits
            announce={false}
            onSave={(issue, { requestId }) =>
              client.contracts.issue({
                requestId,
                data: { id: contract.id, version: contract.version, issue },
              })
            }
            onSaved={({ number }) => {
              say(t('contracts:issue.done', { number }), { tone: 'ok' })
              onDone()
            }}
            onLeave={onCancel}
            actions={<Cancel onCancel={onCancel} />}
          >
            {nextNumber === null ? (
              <TextField
                name="number"
                label={t('contracts:field.number')}
                hint={t('contracts:hint.number')}
                width="short"
                max={40}
              />
            ) : null}
            <DateField
              name="contractDate"
              label={t('contracts:field.contractDate')}
              width="short"
            />
            <Row>
              <DateField name="startDate" label={t('contracts:field.startDate')} />
              <DateField
                name="endDate"
                label={t('contracts:field.endDate')}
                hint={
                  latestEndDate
                    ? t('contracts:hint.endDate', { date: formatDate(latestEndDate) })
                    : undefined
                }
              />
            </Row>
          </Form>
        </>
      )}
    </section>
  )
}

/** „Върнат подписан“: a date per signature, who signed. */
export function SignPanel({ contract, onDone, onCancel }: PanelProps) {
  const { t } = useTranslation()
  const title = t('contracts:event.markSigned')
  return (
    <section className={classes.panel} aria-label={title}>
      <h2>{title}</h2>
      <Form
        schema={signingInputSchema}
        defaults={{
          personSignedOn: null,
          providerSignedOn: null,
          mode: contract.input.signingMode,
        }}
        title={title}
        saveLabel={title}
        enterSubmits
        onSave={(signing, { requestId }) =>
          client.contracts.markSigned({
            requestId,
            data: { id: contract.id, version: contract.version, signing },
          })
        }
        onSaved={onDone}
        onLeave={onCancel}
        actions={<Cancel onCancel={onCancel} />}
      >
        <Row>
          <DateField name="personSignedOn" label={t('contracts:field.personSignedOn')} />
          <DateField
            name="providerSignedOn"
            label={t('contracts:field.providerSignedOn')}
            optional
            passBy
          />
        </Row>
        <SignedLate startDate={contract.input.startDate} />
        <SelectField
          name="mode"
          label={t('contracts:field.signedMode')}
          choices={signingModes.map((value) => ({ value, label: t(`papers:signedMode.${value}`) }))}
        />
      </Form>
    </section>
  )
}

/** Service comes after the contract, never before it (ЗСУ чл. 85, ал. 1): said while the day is typed. */
function SignedLate({ startDate }: { startDate: string }) {
  const { t } = useTranslation()
  const [person, provider] = useWatch({ name: ['personSignedOn', 'providerSignedOn'] }) as unknown[]
  const days = [person, provider].filter((day): day is string => typeof day === 'string')
  const inForce = days.toSorted().at(-1)
  if (inForce === undefined || !isCivilDate(inForce) || inForce <= startDate) return null
  return (
    <p role="status">
      {t('contracts:signedLate', { date: formatDate(inForce), start: formatDate(startDate) })}
    </p>
  )
}

/** „Прекрати“: ground without a default, last day, what becomes free. */
export function TerminatePanel({ contract, onDone, onCancel }: PanelProps) {
  const { t } = useTranslation()
  const { deathDate } = contract.person
  const title = t('contracts:confirmTerminate', { number: contract.number ?? '' })
  return (
    <section className={classes.panel} data-tone="warn" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        <li>{t('contracts:freed', { hours: formatHoursText(contract.freedMinutes) })}</li>
        <li>{t('contracts:terminate.case')}</li>
        {deathDate ? (
          <li>{t('contracts:terminate.died', { date: formatDate(deathDate) })}</li>
        ) : null}
      </ul>
      <Form
        schema={terminationInputSchema}
        defaults={{ ground: null, onDate: null, reason: '' }}
        title={title}
        saveLabel={t('contracts:terminate.button')}
        onSave={(termination, { requestId }) =>
          client.contracts.terminate({
            requestId,
            data: { id: contract.id, version: contract.version, termination },
          })
        }
        onSaved={onDone}
        onLeave={onCancel}
        actions={<Cancel onCancel={onCancel} label={t('contracts:keep')} />}
      >
        <SelectField
          name="ground"
          label={t('contracts:field.terminationGround')}
          choices={contractGrounds.map((value) => ({
            value,
            label: t(`contracts:terminationGround.${value}`),
          }))}
        />
        <DateField name="onDate" label={t('contracts:field.endedOn')} width="short" />
        <TextAreaField
          name="reason"
          label={t('contracts:field.reason')}
          hint={t('contracts:hint.terminationReason')}
          max={2000}
        />
      </Form>
    </section>
  )
}

const annulSchema = z.object({
  reason: z.string().trim().min(1, 'required').max(2000, 'textTooLong'),
})

/** „Анулирай“: a wrongly issued contract; its number stays. */
export function AnnulPanel({ contract, onDone, onCancel }: PanelProps) {
  const { t } = useTranslation()
  const title = t('contracts:confirmAnnul', { number: contract.number ?? '' })
  return (
    <section className={classes.panel} data-tone="warn" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        <li>{t('contracts:annulNote')}</li>
        <li>{t('contracts:annul.paper')}</li>
        <li>{t('contracts:annul.next')}</li>
      </ul>
      <Form
        schema={annulSchema}
        defaults={{ reason: '' }}
        title={title}
        saveLabel={t('contracts:annul.button')}
        onSave={({ reason }, { requestId }) =>
          client.contracts.annul({
            requestId,
            data: { id: contract.id, version: contract.version, reason },
          })
        }
        onSaved={onDone}
        onLeave={onCancel}
        actions={<Cancel onCancel={onCancel} label={t('contracts:keep')} />}
      >
        <TextAreaField
          name="reason"
          label={t('contracts:field.reason')}
          hint={t('contracts:hint.annulReason')}
          max={2000}
        />
      </Form>
    </section>
  )
}
