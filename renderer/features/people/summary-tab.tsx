import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import type { PathStep } from '#domain/contracts/path.ts'
import { openText } from '#renderer/shell/open-text.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc, type ApiClient } from '#renderer/shell/client.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { usePageState } from '#renderer/shell/page-state.ts'
import { features } from '#renderer/shell/register.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { TaskPath, type TaskStep } from '#renderer/components/display/task-path.tsx'
import { WidgetBoundary } from '#renderer/components/display/widget-boundary.tsx'
import { Clock, TriangleAlert } from 'lucide-react'
import { deadlineText, deadlineTone } from './case-status.ts'
import { lazyPart } from './lazy-part.ts'
import { addressOfStep } from './next-step.ts'
import { PersonFacts } from './person-facts.tsx'
import { TimelineList } from './timeline-list.tsx'
import classes from './people.module.css'

const cards = () =>
  features
    .flatMap((feature) => feature.dossierCards ?? [])
    .toSorted((a, b) => a.order - b.order)
    .map((card) => ({ ...card, Content: lazyPart(card.component) }))

type Path = Awaited<ReturnType<ApiClient['cases']['path']>>

/** „Обобщение“: the path, what falls due, what happened last, and blocks of other concepts. */
export default function SummaryTab({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const path = useQuery(orpc.cases.path.queryOptions({ input: { personId } }))
  const [, setTab] = usePageState(`dossier.${personId}`, 'summary')
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>
        {path.data ? <PathBlock path={path.data} /> : null}
        {cards()
          .filter((card) => may(card.permission))
          .map((card) => (
            <WidgetBoundary key={card.key} name={card.key}>
              <Suspense fallback={null}>
                <card.Content personId={personId} />
              </Suspense>
            </WidgetBoundary>
          ))}
        <section className={classes.block} aria-labelledby="dossier-events">
          <div className={classes.blockHead}>
            <h2 id="dossier-events">{t('people:summary.events')}</h2>
            <button
              type="button"
              className="o-link-button"
              onClick={() => {
                setTab('timeline')
              }}
            >
              {t('people:summary.wholeTimeline')}
            </button>
          </div>
          <TimelineList personId={personId} limit={5} />
        </section>
      </div>
      <div className={classes.stack}>
        <section className={classes.block} aria-labelledby="dossier-deadlines">
          <h2 id="dossier-deadlines">{t('people:summary.deadlines')}</h2>
          <Deadlines path={path.data} />
        </section>
        <section className={classes.block} aria-labelledby="dossier-facts">
          <h2 id="dossier-facts">{t('people:summary.facts')}</h2>
          <PersonFacts personId={personId} short />
        </section>
      </div>
    </div>
  )
}

/** Words of what a step is called when it is somebody else's turn. */
function PathBlock({ path }: { path: Path }) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const current = path.steps.find(({ state }) => state === 'incomplete' || state === 'notBegun')
  const steps = path.steps.map((step): TaskStep => {
    const to = addressOfStep(step.step, step.id)
    const note = noteOf(step.step, step.status)
    return {
      id: step.step,
      title: t(`people:step.${step.step}`),
      state: step.state,
      current: step === current,
      ...(note && step.state !== 'notNeeded' ? { note } : {}),
      ...(to
        ? {
            open: () => {
              goTo(to)
            },
          }
        : {}),
    }
  })
  return (
    <section className={classes.block} aria-labelledby="dossier-path">
      <h2 id="dossier-path">{t('people:summary.path')}</h2>
      <TaskPath label={t('people:summary.path')} steps={steps} />
      {path.waitsFor ? (
        <p className="o-muted">
          {t('people:summary.waitsFor', { action: t(`people:action.${path.waitsFor}`) })}
        </p>
      ) : null}
    </section>
  )
}

function noteOf(step: PathStep, status: string | null): string | undefined {
  if (status === null) return undefined
  return openText(`people:status.${step}.${status}`, 'common:unnamed')
}

function Deadlines({ path }: { path: Path | undefined }) {
  const { t } = useTranslation()
  if (!path) return null
  if (path.deadlines.length === 0)
    return <p className="o-muted">{t('people:summary.noDeadlines')}</p>
  return (
    <ul className={classes.deadlines}>
      {path.deadlines.map((deadline) => {
        const tone = deadlineTone(deadline)
        return (
          <li key={deadline.kind}>
            {tone === 'calm' ? (
              deadlineText(deadline, true)
            ) : (
              <StatusBadge
                tone={tone}
                icon={tone === 'bad' ? TriangleAlert : Clock}
                word={deadlineText(deadline, true)}
                strong={deadline.daysLeft === 0}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
