import { Button } from '@mantine/core'
import { CalendarClock, History } from 'lucide-react'
import { useState } from 'react'
import { addDays } from '#domain/calendar/civil-date.ts'
import { hoursOfPlan, planNotes } from '#domain/plans/rules.ts'
import { activityById } from '#domain/regimes/activities.ts'
import { formatDate, formatPeriod, formatRegistryNumber } from '#domain/text/format.ts'
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
import { Tabs } from '#renderer/components/display/tabs.tsx'
import { PersonLink } from '#renderer/features/people/person-link.tsx'
import { planAddress } from './addresses.ts'
import { HoursMeter } from './hours-meter.tsx'
import { PlanBadge } from './plan-badge.tsx'
import { loadPdf, PlanPdf } from './plan-pdf.tsx'
import { ProblemList } from './problem-list.tsx'
import { StepDialog, type StepName } from './step-dialog.tsx'
import { contextOf, useStep, type FoundPlan } from './use-plan.ts'
import { WeekCalendar } from './week-calendar.tsx'
import classes from './plans.module.css'

/** Days ahead from which a review is said on the page. */
const reviewAheadDays = 14

/** A plan that is prepared, approved, signed or replaced: read, with its next step. */
export function PlanView({ plan }: { plan: FoundPlan }) {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const step = useStep()
  const [part, setPart] = usePageState(`plans.view.${plan.id}`, 'goals')
  const [dialog, setDialog] = useState<StepName>()
  const [asking, setAsking] = useState(false)
  const inForce = plan.status === 'approved' || plan.status === 'signed'
  const newest = plan.versions[0]
  const isNewest = newest?.id === plan.id

  const approve = () => {
    const data = { id: plan.id, version: plan.version }
    void step.run({ approve: data }, (requestId) => client.plans.approve({ requestId, data }))
  }
  const print = async () => {
    if (!plan.paper) return
    const bytes = await loadPdf(plan.id, plan.paper.id)
    const shown = await printPdf(bytes, { title: t('plans:fileTitle', { number: plan.number }) })
    if (shown === 'blocked') say(t('plans:printBlocked'), { tone: 'warn' })
    else setAsking(true)
  }
  const printed = () => {
    if (!plan.paper) return
    const data = { id: plan.paper.id, version: plan.paper.version }
    setAsking(false)
    void step.run({ printed: data }, (requestId) => client.papers.markPrinted({ requestId, data }))
  }

  const main = plan.mayApprove
    ? {
        label: t('plans:action.approve'),
        run: approve,
        chord: 'Ctrl+Enter',
        busy: step.busy,
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
        <Button variant="default" onClick={() => void print()}>
          {t('plans:action.print')}
        </Button>
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
        <ProblemList problems={[...step.problems, ...plan.problems]} />
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
        {part === 'goals' ? <Goals plan={plan} /> : null}
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
        {part === 'review' ? <Review plan={plan} /> : null}
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

function Goals({ plan }: { plan: FoundPlan }) {
  const { t } = useTranslation()
  const area = (id: string | null) =>
    id === null
      ? t('plans:goal.ownWish')
      : (plan.measures.areas.find(({ groupId }) => groupId === id)?.name ?? id)
  return (
    <div className={classes.stack}>
      {plan.input.goals.map((goal, index) => (
        <section key={`${String(index)}-${goal.goal}`} className={classes.goal}>
          <h2 lang="bg">
            {index + 1}. {goal.goal}
          </h2>
          <Facts
            facts={[
              { label: t('plans:goal.kind'), value: t(`plans:goalKind.${goal.kind}`) },
              { label: t('plans:goal.areaId'), value: area(goal.areaId) },
              {
                label: t('plans:goal.activities'),
                value: (
                  <span lang="bg">
                    {goal.activities.map((id) => activityById(id)?.name ?? id).join(', ')}
                  </span>
                ),
              },
              {
                label: t('plans:goal.expectedResult'),
                value: <span lang="bg">{goal.expectedResult}</span>,
              },
              {
                label: t('plans:goal.responsible'),
                value: <span lang="bg">{goal.responsible}</span>,
              },
              {
                label: t('plans:goal.term'),
                value: formatPeriod(goal.startDate, goal.endDate),
              },
            ]}
          />
        </section>
      ))}
      {plan.input.areasWithoutGoal.length > 0 ? (
        <Facts
          facts={plan.input.areasWithoutGoal.map(({ areaId, reason }) => ({
            label: t('plans:areas.without', { area: area(areaId) }),
            value: <span lang="bg">{reason}</span>,
          }))}
        />
      ) : null}
    </div>
  )
}

function Review({ plan }: { plan: FoundPlan }) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const { input } = plan
  const text = (value: string) => (value === '' ? null : <span lang="bg">{value}</span>)
  const unlessHidden = (field: (typeof plan.hidden)[number], value: string) =>
    plan.hidden.includes(field) ? <span className="o-muted">{t('plans:hidden')}</span> : text(value)
  return (
    <div className={classes.stack}>
      <Facts
        facts={[
          { label: t('plans:period'), value: formatPeriod(input.validFrom, input.validTo) },
          {
            label: t('plans:field.nextReviewDate'),
            value: input.nextReviewDate ? formatDate(input.nextReviewDate) : null,
          },
          { label: t('plans:field.caseManager'), value: text(input.caseManager) },
          { label: t('plans:field.involvement'), value: text(input.involvement) },
          { label: t('plans:field.risks'), value: unlessHidden('risks', input.risks.join('; ')) },
          {
            label: t('plans:field.emergencyContactName'),
            value: text(
              [input.emergencyContactName, input.emergencyContactPhone].filter(Boolean).join(', '),
            ),
          },
          {
            label: t('plans:field.generalPractitioner'),
            value: unlessHidden('generalPractitioner', input.generalPractitioner),
          },
          {
            label: t('plans:assessment'),
            value: formatRegistryNumber(
              plan.measures.assessment.number ?? '',
              plan.measures.assessment.date,
            ),
          },
          { label: t('plans:preparedBy'), value: text(plan.preparedBy) },
          { label: t('plans:approvedBy'), value: text(plan.approvedBy ?? '') },
          { label: t('plans:signedOn'), value: plan.signedOn ? formatDate(plan.signedOn) : null },
        ]}
      />
      {plan.reviews.length > 0 ? <h2>{t('plans:reviews')}</h2> : null}
      {plan.reviews.map((review) => (
        <section key={review.id} className={classes.goal}>
          <h3>
            {t('plans:reviewOf', { date: formatDate(review.reviewedOn), name: review.writtenBy })}
          </h3>
          <Facts
            facts={[
              ...review.results.map(({ result, note }, index) => ({
                label: t('plans:goal.number', { number: index + 1 }),
                value: (
                  <>
                    {t(`plans:reviewResult.${result}`)}
                    {note ? <span lang="bg">: {note}</span> : null}
                  </>
                ),
              })),
              { label: t('plans:reviewNote'), value: text(review.note) },
            ]}
          />
        </section>
      ))}
      {plan.versions.length > 1 ? (
        <>
          <h2>{t('plans:versions')}</h2>
          <ul className={classes.plain}>
            {plan.versions.map((one) => (
              <li key={one.id} className={classes.line}>
                {one.id === plan.id ? (
                  <strong>{t('plans:version', { number: one.revision })}</strong>
                ) : (
                  <button
                    type="button"
                    className="o-link-button"
                    onClick={() => {
                      goTo(addressOf(routes.plan, one.id))
                    }}
                  >
                    {t('plans:version', { number: one.revision })}
                  </button>
                )}
                <span>{formatPeriod(one.validFrom, one.validTo)}</span>
                <PlanBadge status={one.status} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}
