import { Button } from '@mantine/core'
import { CalendarClock, History } from 'lucide-react'
import { useState } from 'react'
import { addDays } from '#domain/calendar/civil-date.ts'
import { hoursOfPlan, planNotes } from '#domain/plans/rules.ts'
import { formatDate, formatRegistryNumber } from '#domain/text/format.ts'
import { PlanGoals } from './plan-goals.tsx'
import { PlanReview } from './plan-review.tsx'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { usePageState } from '#renderer/shell/page-state.ts'
import { printPdf } from '#renderer/shell/printing.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { say } from '#renderer/shell/toasts.ts'
import { Facts } from '#renderer/components/display/facts.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { PrintButton } from '#renderer/components/display/print-button.tsx'
import { Tabs } from '#renderer/components/display/tabs.tsx'
import { PersonLink } from '#renderer/features/people/person-link.tsx'
import { useAction } from '#renderer/components/steps/use-action.ts'
import { planAddress } from './addresses.ts'
import { HoursMeter } from './hours-meter.tsx'
import { PlanBadge } from './plan-badge.tsx'
import { PlanPdf } from './plan-pdf.tsx'
import { ProblemList } from './problem-list.tsx'
import { StepDialog, type StepName } from './step-dialog.tsx'
import { contextOf, type FoundPlan } from './found.ts'
import { WeekCalendar } from './week-calendar.tsx'
import classes from './plans.module.css'

/** Days ahead from which a review is said on the page. */
const reviewAheadDays = 14

/** A plan that is prepared, approved, signed or replaced: read, with its next step. */
export function PlanView({ plan }: { plan: FoundPlan }) {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const action = useAction()
  const [part, setPart] = usePageState(`plans.view.${plan.id}`, 'goals')
  const [dialog, setDialog] = useState<StepName>()
  const [asking, setAsking] = useState(false)
  const inForce = plan.status === 'approved' || plan.status === 'signed'
  const newest = plan.versions[0]
  const isNewest = newest?.id === plan.id

  const approve = () => {
    const { id, version } = plan
    void action.run('approve', { id, version }, client.plans.approve)
  }
  const print = async () => {
    if (!plan.paper) return
    const file = await client.papers.pdf({ id: plan.paper.id })
    const bytes = new Uint8Array(await file.arrayBuffer())
    const shown = await printPdf(bytes, { title: t('plans:fileTitle', { number: plan.number }) })
    if (shown === 'blocked') say(t('plans:printBlocked'), { tone: 'warn' })
    else setAsking(true)
  }
  const printed = () => {
    if (!plan.paper) return
    const { id, version } = plan.paper
    setAsking(false)
    void action.run('printed', { id, version }, client.papers.markPrinted)
  }

  const main = plan.mayApprove
    ? {
        label: t('plans:action.approve'),
        run: approve,
        chord: 'Ctrl+Enter',
        busy: action.busy,
      }
    : plan.status === 'approved' && plan.paper && may('papers.print')
      ? plan.paper.printedAt === null || !may('papers.markSigned')
        ? { label: t('plans:action.print'), run: () => void print(), chord: 'Ctrl+P' }
        : {
            label: t('plans:action.sign'),
            run: () => {
              setDialog('sign')
            },
            chord: 'Ctrl+Enter',
          }
      : undefined
  const more = (
    <>
      {plan.mayApprove ? (
        <Button
          variant="default"
          onClick={() => {
            setDialog('sendBack')
          }}
        >
          {t('plans:action.sendBack')}
        </Button>
      ) : null}
      {plan.status === 'approved' && plan.paper?.printedAt === null && may('papers.markSigned') ? (
        <Button
          variant="default"
          onClick={() => {
            setDialog('sign')
          }}
        >
          {t('plans:action.sign')}
        </Button>
      ) : null}
      {plan.paper && may('papers.print') && main?.chord !== 'Ctrl+P' ? (
        <PrintButton label={t('plans:action.print')} run={() => void print()} />
      ) : null}
      {inForce && may('plans.write') ? (
        <>
          <Button
            variant="default"
            onClick={() => {
              goTo(addressOf(planAddress.review, plan.id))
            }}
          >
            {t('plans:action.review')}
          </Button>
          {isNewest ? (
            <Button
              variant="default"
              onClick={() => {
                setDialog('version')
              }}
            >
              {t('plans:action.newVersion')}
            </Button>
          ) : null}
        </>
      ) : null}
    </>
  )
  const due = plan.input.nextReviewDate
  return (
    <>
      <PageHead
        title={
          plan.number === null
            ? t('plans:heading')
            : t('plans:headingNumber', {
                number: formatRegistryNumber(plan.number, plan.planDate),
              })
        }
        windowTitle={`${t('plans:heading')} – ${plan.person.initials}`}
        path={[
          { label: t('shell:groups.support') },
          { label: t('plans:title'), to: planAddress.list },
        ]}
        status={<PlanBadge status={plan.status} />}
        subtitle={<PersonLink person={plan.person} />}
        main={main}
        more={more}
      />
      {isNewest || !newest ? null : (
        <p className={classes.band} data-tone="info">
          <History size={16} aria-hidden /> {t('plans:olderVersion', { number: plan.revision })}{' '}
          <button
            type="button"
            className="o-link-button"
            onClick={() => {
              goTo(addressOf(routes.plan, newest.id))
            }}
          >
            {t('plans:openNewest', { number: newest.revision })}
          </button>
        </p>
      )}
      {inForce && due !== null && due <= addDays(today(), reviewAheadDays) ? (
        <p className={classes.band} data-tone={due < today() ? 'bad' : 'warn'}>
          <CalendarClock size={16} aria-hidden />{' '}
          {t(due < today() ? 'plans:reviewOverdue' : 'plans:reviewDue', {
            date: formatDate(due),
          })}
        </p>
      ) : null}
      {plan.status === 'ready' && !plan.mayApprove ? (
        <p className={classes.band} data-tone="info">
          {t('plans:waitsForHead', { name: plan.preparedBy })}
        </p>
      ) : null}
      {asking ? (
        <p className={classes.band} data-tone="info" role="status">
          {t('plans:askPrinted')}{' '}
          <Button size="compact-sm" autoFocus onClick={printed}>
            {t('plans:action.printed')}
          </Button>{' '}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              setAsking(false)
            }}
          >
            {t('plans:action.notPrinted')}
          </Button>
        </p>
      ) : null}
      <div role="alert">
        <ProblemList problems={[...action.problems, ...plan.problems]} />
      </div>
      <Tabs
        label={t('plans:heading')}
        tabs={[
          { id: 'goals', label: t('plans:tab.goals'), count: plan.input.goals.length },
          { id: 'week', label: t('plans:tab.week'), count: plan.input.rows.length },
          { id: 'review', label: t('plans:tab.review'), count: plan.reviews.length },
          ...((plan.paper && may('papers.print')) || may('plans.write')
            ? [{ id: 'paper', label: t('plans:tab.paper') }]
            : []),
        ]}
        value={part}
        onChange={setPart}
      >
        {part === 'goals' ? <PlanGoals plan={plan} /> : null}
        {part === 'week' ? (
          <div className={classes.week}>
            <HoursMeter hours={hoursOfPlan(plan.input)} grantedMinutes={plan.grantedMinutes} main />
            <ProblemList
              problems={[]}
              notes={planNotes(plan.input, {
                ...contextOf(plan.measures),
                grantedMinutes: plan.grantedMinutes,
              })}
            />
            {plan.input.differenceReason ? (
              <Facts
                facts={[
                  {
                    label: t('plans:field.differenceReason'),
                    value: <span lang="bg">{plan.input.differenceReason}</span>,
                  },
                ]}
              />
            ) : null}
            <WeekCalendar rows={plan.input.rows} dailyMaxMinutes={plan.measures.dailyMaxMinutes} />
          </div>
        ) : null}
        {part === 'review' ? <PlanReview plan={plan} /> : null}
        {part === 'paper' ? (
          <PlanPdf planId={plan.id} version={plan.version} paperId={plan.paper?.id ?? null} />
        ) : null}
      </Tabs>
      {dialog ? (
        <StepDialog
          name={dialog}
          plan={plan}
          onClose={() => {
            setDialog(undefined)
          }}
        />
      ) : null}
    </>
  )
}
