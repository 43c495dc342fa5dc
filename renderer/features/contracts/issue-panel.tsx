import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { z } from 'zod'
import { issueInputSchema } from '#domain/contracts/schema.ts'
import { formatDate } from '#domain/text/format.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { StepPanel } from '#renderer/components/steps/step-panel.tsx'
import { ProblemList } from './problem-list.tsx'
import type { PanelProps } from './step-panels.tsx'
import classes from './contracts.module.css'

const issueWithNumber = issueInputSchema.refine((value) => value.number !== null, {
  error: 'contractNumberMissing',
  path: ['number'],
})

const issueFields = fieldsFor<z.input<typeof issueInputSchema>>().table('contracts', {
  number: [{ name: 'number', kind: 'text', max: 40, width: 'short', hint: true }],
  dates: [
    { name: 'contractDate', kind: 'date', width: 'short' },
    { name: 'startDate', kind: 'date' },
    { name: 'endDate', kind: 'date', beside: true },
  ],
})

/** „Издай“: the number, the dates, what cannot be changed afterwards. */
export function IssuePanel({ contract, onDone, onCancel }: PanelProps) {
  const { t } = useTranslation()
  const { id, version } = contract
  const query = useQuery(
    orpc.contracts.issuing.queryOptions({ input: { id }, gcTime: 0, staleTime: 0 }),
  )
  if (!query.data) return <RecordState error={query.error} />
  const { nextNumber, contractDate, startDate, endDate, latestEndDate, problems, warnings } =
    query.data
  const typed = nextNumber === null
  const title = typed
    ? t('contracts:issue.titleTyped')
    : t('contracts:issue.title', { number: nextNumber })
  const open = <ProblemList problems={problems} title={t('contracts:beforeIssue')} />
  if (problems.some(({ place }) => place.at !== 'field'))
    return (
      <section className={classes.panel} aria-label={title}>
        <h2>{title}</h2>
        {open}
        <p>
          <button type="button" className="o-link-button" onClick={onCancel}>
            {t('contracts:issue.back')}
          </button>
        </p>
      </section>
    )
  return (
    <StepPanel
      title={title}
      lead={
        <>
          {open}
          <ProblemList problems={warnings} title={t('contracts:worthKnowing')} warning />
          <ul>
            <li>{t(typed ? 'contracts:issue.numberTyped' : 'contracts:issue.number')}</li>
            <li>{t('contracts:issue.frozen')}</li>
            <li>{t('contracts:issue.wrong')}</li>
          </ul>
        </>
      }
      fields={typed ? issueFields : issueFields.sections.dates}
      asides={{
        endDate: {
          hint: latestEndDate
            ? t('contracts:hint.endDate', { date: formatDate(latestEndDate) })
            : undefined,
        },
      }}
      schema={typed ? issueWithNumber : issueInputSchema}
      defaults={{ contractDate, startDate, endDate, number: null }}
      saveLabel={
        typed ? t('contracts:event.issue') : t('contracts:issue.button', { number: nextNumber })
      }
      enterSubmits
      call={(issue, { requestId }) =>
        client.contracts.issue({ requestId, data: { id, version, issue } })
      }
      said={({ number }) => t('contracts:issue.done', { number })}
      done={(_answer, fresh) => {
        onDone(fresh)
      }}
      onClose={onCancel}
    />
  )
}
