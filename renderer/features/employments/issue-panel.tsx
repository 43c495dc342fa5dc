import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { employmentIssueSchema } from '#domain/employments/schema.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { StepPanel } from '#renderer/components/steps/step-panel.tsx'
import { ProblemList } from './problem-list.tsx'
import type { PanelProps } from './step-panels.tsx'

const withNumber = employmentIssueSchema.refine((value) => value.number !== null, {
  error: 'contractNumberMissing',
  path: ['number'],
})

const issueFields = fieldsFor<z.input<typeof employmentIssueSchema>>().table('employments', {
  signing: [{ name: 'number', kind: 'text', max: 40, width: 'short', hint: true }],
  term: [
    { name: 'contractDate', kind: 'date' },
    { name: 'startDate', kind: 'date', beside: true },
  ],
})

/** The dates are chosen here; everything else is put right in the draft. */
const ofDates = ['contractDate', 'startDate']

/** „Издай“: the number, the dates, what cannot be changed afterwards. */
export function IssuePanel({ employment, onDone, onCancel }: PanelProps) {
  const { t } = useTranslation()
  const { id, version } = employment
  const query = useQuery(
    orpc.employments.issuing.queryOptions({ input: { id }, gcTime: 0, staleTime: 0 }),
  )
  if (!query.data) return <RecordState error={query.error} />
  const { nextNumber, contractDate, startDate, problems, warnings } = query.data
  const isTyped = nextNumber === null
  const title = isTyped
    ? t('employments:issue.titleTyped')
    : t('employments:issue.title', { number: nextNumber })
  const open = <ProblemList problems={problems} title={t('employments:beforeIssue')} />
  if (problems.some(({ path }) => !ofDates.includes(String(path?.[0]))))
    return (
      <section aria-label={title}>
        <h2>{title}</h2>
        {open}
        <p>
          <button type="button" className="o-link-button" onClick={onCancel}>
            {t('employments:issue.back')}
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
          <ProblemList problems={warnings} title={t('employments:worthKnowing')} warning />
          <ul>
            <li>{t(isTyped ? 'employments:issue.numberTyped' : 'employments:issue.number')}</li>
            <li>{t('employments:issue.frozen')}</li>
            {employment.input.kind === 'labour' ? <li>{t('employments:issue.work')}</li> : null}
          </ul>
        </>
      }
      fields={isTyped ? issueFields : issueFields.sections.term}
      schema={isTyped ? withNumber : employmentIssueSchema}
      defaults={{ contractDate, startDate, number: null }}
      saveLabel={
        isTyped
          ? t('employments:event.issue')
          : t('employments:issue.button', { number: nextNumber })
      }
      enterSubmits
      call={(issue, { requestId }) =>
        client.employments.issue({ requestId, data: { id, version, issue } })
      }
      said={({ number }) => t('employments:issue.done', { number })}
      done={(_answer, fresh) => {
        onDone(fresh)
      }}
      onClose={onCancel}
    />
  )
}
