import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Info, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { contractHours } from '#domain/assessments/contract-hours.ts'
import { formatDate, formatRegistryNumber } from '#domain/text/format.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { isBuilt } from '#renderer/shell/register.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { PageHead, type PageHeadProps } from '#renderer/components/display/page-head.tsx'
import { arriveAt } from './arrival.ts'
import { ApprovalForm } from './approval-form.tsx'
import { AssessmentFacts } from './assessment-facts.tsx'
import { AssessmentPaper } from './assessment-paper.tsx'
import { CheckList } from './check-list.tsx'
import { DiscardDialog, NewVersionDialog, SendBackDialog } from './dialogs.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { AssessmentBadge } from './status-badge.tsx'
import type { Found } from './found.ts'
import { ProblemLines } from '#renderer/components/steps/problem-lines.tsx'
import { useAction } from '#renderer/components/steps/use-action.ts'
import classes from './assessments.module.css'

type Asked = 'sendBack' | 'newVersion' | 'discard'

/** One assessment: what is still open, who approves it, the sheet as printed, its versions. */
export default function AssessmentPage() {
  const { assessmentId = '' } = useRouteParams()
  const query = useQuery(orpc.assessments.find.queryOptions({ input: { id: assessmentId } }))
  if (!query.data) return <RecordState error={query.error} />
  return <Assessment key={assessmentId} found={query.data} />
}

function Assessment({ found }: { found: Found }) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const may = useMay()
  const problemText = useProblemText()
  const [asked, setAsked] = useState<Asked>()
  const action = useAction()
  const { person, application } = found
  const sheet = addressOf(routes.assessmentOf, application.id)
  const openSheet = (field?: string) => {
    arriveAt(field)
    goTo(sheet)
  }
  const finish = () =>
    void action.run('finish', { id: found.id, version: found.version }, client.assessments.finish)
  const title =
    found.number === null
      ? t('assessments:heading')
      : t('assessments:headingNumber', {
          number: formatRegistryNumber(found.number, found.assessmentDate),
        })
  const complete = found.may.edit && found.problems.length === 0

  function main(): PageHeadProps['main'] {
    if (complete)
      return {
        label: t(
          found.outcome === 'done' ? 'assessments:action.finish' : 'assessments:action.close',
        ),
        chord: 'Ctrl+Enter',
        busy: action.busy,
        run: finish,
      }
    if (found.may.edit)
      return {
        label: t('assessments:action.continue'),
        run: () => {
          openSheet()
        },
      }
    if (found.may.nextAttempt)
      return {
        label: t('assessments:action.nextAttempt'),
        run: () => {
          openSheet()
        },
      }
    if (found.status === 'approved' && application.state === 'approved' && may('plans.write')) {
      const built = isBuilt(routes.newPlanOf)
      if (built)
        return {
          label: t('assessments:action.plan'),
          run: () => {
            goTo(addressOf(routes.newPlanOf, person.id))
          },
        }
    }
    return undefined
  }

  const close = () => {
    setAsked(undefined)
  }
  return (
    <>
      <PageHead
        title={title}
        windowTitle={`${t('assessments:heading')} – ${person.initials}`}
        path={[
          { label: t('shell:groups.assessment') },
          { label: t('assessments:title'), to: '/assessments' },
        ]}
        status={<AssessmentBadge status={found.status} />}
        subtitle={
          <>
            <Link to={addressOf(routes.person, person.id)} lang="bg">
              {person.fullName}
            </Link>{' '}
            · {t('assessments:age', { count: person.age })} ·{' '}
            <Link to={addressOf(routes.application, application.id)}>
              {formatRegistryNumber(application.entryNumber, application.entryDate)}
            </Link>
          </>
        }
        main={main()}
        more={
          <>
            {complete ? (
              <Button
                variant="default"
                onClick={() => {
                  openSheet()
                }}
              >
                {t('assessments:action.continue')}
              </Button>
            ) : null}
            {found.may.newVersion ? (
              <Button
                variant="default"
                onClick={() => {
                  setAsked('newVersion')
                }}
              >
                {t('assessments:action.newVersion')}
              </Button>
            ) : null}
            {found.may.discard ? (
              <Button
                variant="subtle"
                color="gray"
                onClick={() => {
                  setAsked('discard')
                }}
              >
                {t('assessments:action.discard')}
              </Button>
            ) : null}
          </>
        }
      />
      <ProblemLines problems={action.problems} />
      {found.status === 'returned' ? (
        <p className={classes.band} data-tone="warn">
          <TriangleAlert size={18} aria-hidden />
          <span>{t('assessments:sentBack', { reason: found.sentBackReason })}</span>
        </p>
      ) : null}
      {found.status === 'superseded' ? (
        <p className={classes.band} data-tone="info">
          <Info size={18} aria-hidden />
          <span>{t('assessments:superseded')}</span>
        </p>
      ) : null}
      {found.status === 'approved'
        ? contractHours(found.grantedMinutes, found.contract).map((problem) => (
            <p key={problem.code} className={classes.band} data-tone="warn">
              <TriangleAlert size={18} aria-hidden />
              <span>{problemText(problem)}</span>
            </p>
          ))
        : null}
      {found.newerMethodology ? (
        <p className={classes.band} data-tone="info">
          <Info size={18} aria-hidden />
          <span>
            {t('assessments:newerMethodology', {
              version: found.methodology.version,
              newer: found.newerMethodology.number,
              date: formatDate(found.newerMethodology.validFrom),
            })}
          </span>
        </p>
      ) : null}
      {found.may.edit ? (
        <CheckList
          problems={found.problems}
          methodology={found.methodology}
          notCarriedOut={found.outcome !== 'done'}
          onGo={openSheet}
        />
      ) : null}
      {found.status === 'notCarriedOut' ? (
        <p className={classes.band} data-tone="info">
          <Info size={18} aria-hidden />
          <span>
            {t('assessments:notCarriedOutNext')}{' '}
            <Link to={addressOf(routes.application, application.id)}>
              {t('assessments:action.toApplication')}
            </Link>
          </span>
        </p>
      ) : null}
      {found.status === 'finished' && !found.may.approve ? (
        <p className={classes.band} data-tone="info">
          <Info size={18} aria-hidden />
          <span>
            {found.may.approvesOwn
              ? problemText({ code: 'approverIsPreparer' })
              : t('assessments:waitsForHead')}
          </span>
        </p>
      ) : null}
      {found.may.approve ? (
        <ApprovalForm
          found={found}
          onSendBack={() => {
            setAsked('sendBack')
          }}
        />
      ) : null}
      <div className={classes.columns}>
        <AssessmentFacts found={found} />
        <AssessmentPaper found={found} />
      </div>
      {asked === 'sendBack' ? <SendBackDialog found={found} onClose={close} /> : null}
      {asked === 'newVersion' ? <NewVersionDialog found={found} onClose={close} /> : null}
      {asked === 'discard' ? <DiscardDialog found={found} onClose={close} /> : null}
    </>
  )
}
