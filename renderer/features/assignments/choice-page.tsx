import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatRegistryNumber } from '#domain/text/format.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { ProblemLines } from '#renderer/components/steps/problem-lines.tsx'
import { useAction } from '#renderer/components/steps/use-action.ts'
import { PersonLink } from '#renderer/features/people/person-link.tsx'
import { CasePanel } from './case-panel.tsx'
import { ChoiceForm } from './choice-form.tsx'
import { Needs, PoolQuestion, type Question } from './choice-needs.tsx'
import classes from './assignments.module.css'

/** „Избор на асистент“: the person and what they need beside who may help, and the decision. */
export default function ChoicePage() {
  const { applicationId = '' } = useRouteParams()
  return <OfApplication key={applicationId} applicationId={applicationId} />
}

function OfApplication({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const action = useAction()
  const [question, setQuestion] = useState<Question>()
  const query = useQuery(
    orpc.assignments.choice.queryOptions({
      input: {
        applicationId,
        day: question?.day ?? null,
        minutesPerMonth: question?.minutesPerMonth ?? null,
        sex: question?.sex ?? null,
      },
      placeholderData: keepPreviousData,
    }),
  )
  const pool = query.data
  if (!pool) return <RecordState error={query.error} />
  const { application, person, draft, offers } = pool
  const issue = (saved: { id: string; version: number }) =>
    void action.run('issue', saved, client.assignments.issueChoice, {
      said: ({ number }) => t('assignments:issued', { number }),
      then: ({ paperId }) => {
        if (may('papers.read')) goTo(addressOf(routes.paper, paperId))
      },
    })
  return (
    <>
      <PageHead
        title={t('assignments:choiceTitle')}
        path={[
          { label: t('shell:groups.team') },
          { label: t('assignments:title'), to: routes.assignments },
        ]}
        subtitle={
          <>
            <PersonLink person={person} />{' '}
            {t('applications:heading', {
              number: formatRegistryNumber(application.number, application.date),
            })}
          </>
        }
      />
      <ProblemLines problems={action.problems} />
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Needs pool={pool} />
          <PoolQuestion pool={pool} onAsk={setQuestion} />
          <CasePanel applicationId={applicationId} onChoicePage />
        </div>
        {offers.length === 0 ? (
          <EmptyState text={t('assignments:noOffers')} />
        ) : (
          <ChoiceForm
            key={draft ? `${draft.id} ${String(draft.version)}` : 'new'}
            pool={pool}
            onSaved={(saved, intent) => {
              if (intent === 'print') issue({ id: saved.id, version: saved.version })
            }}
          />
        )}
      </div>
    </>
  )
}
