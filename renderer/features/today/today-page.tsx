import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatInstant } from '#domain/text/format.ts'
import { formatFullName } from '#domain/text/format-person.ts'
import type { WaitingView } from '#domain/applications/responsible.ts'
import type { Outputs } from '#electron/api/router.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { orpc } from '#renderer/shell/client.ts'
import { pages } from '#renderer/shell/register.ts'
import { longDateText, weekdayText } from '#renderer/shell/spoken-date.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { WidgetBoundary } from '#renderer/components/display/widget-boundary.tsx'
import { FindingsNotice } from '#renderer/features/backup/findings-notice.tsx'
import { TodayArchive } from '#renderer/features/backup/today-archive.tsx'
import { useChosenView, ViewChoice } from './view-choice.tsx'
import { moveAlong, WaitingRows } from './waiting-rows.tsx'
import classes from './today.module.css'

type Overview = Outputs['today']['overview']

/** „Днес“: what must I do now, what is late, what ends soon. */
export default function TodayPage() {
  const { t } = useTranslation()
  const [chosen, choose] = useChosenView()
  const { data, isError, refetch } = useQuery({
    ...orpc.today.overview.queryOptions({ input: chosen ? { view: chosen } : {} }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    refetchOnMount: 'always',
  })
  const date = data?.date ?? today()
  return (
    <>
      <PageHead
        title={t('today:head', { weekday: weekdayText(date), date: longDateText(date) })}
        windowTitle={t('today:title')}
      />
      <FindingsNotice withLink />
      {isError ? (
        <EmptyState
          text={t('today:failed')}
          actions={
            <button type="button" className="o-link-button" onClick={() => void refetch()}>
              {t('common:retry')}
            </button>
          }
        />
      ) : null}
      {data ? (
        <div data-arrival className={classes.blocks}>
          <Waits data={data} onChoose={choose} />
          <Figures data={data} work={false} title={t('today:watch')} />
          <Figures data={data} work title={t('today:byKind')} />
          <TodayArchive />
          <LastWritten data={data} />
        </div>
      ) : null}
    </>
  )
}

function Waits({ data, onChoose }: { data: Overview; onChoose: (view: WaitingView) => void }) {
  const { t } = useTranslation()
  const { view, views, lines, total } = data
  const title = t(`today:waits.${view}`, { count: total })
  return (
    <WidgetBoundary name={title}>
      <section className={classes.wide} aria-labelledby="today-waits" data-pane tabIndex={-1}>
        <h2 id="today-waits">{title}</h2>
        <ViewChoice view={view} views={views} onChoose={onChoose}>
          {views?.mine === 0 && views.team > 0 && view === 'team' ? (
            <p className="o-muted">{t('today:nothingMine')}</p>
          ) : null}
          {lines.length === 0 ? (
            <p>
              {t(data.figures.length === 0 ? 'today:nothingForRole' : `today:nothingIn.${view}`)}
            </p>
          ) : (
            <WaitingRows lines={lines} date={data.date} label={title} whose={view === 'team'} />
          )}
          {total > lines.length ? (
            <p className="o-small o-muted">
              {t('today:moreBelow', { count: total - lines.length })}
            </p>
          ) : null}
        </ViewChoice>
      </section>
    </WidgetBoundary>
  )
}

/** Figures; each opens the list it counts. A kind with nothing in it is left out. */
function Figures({ data, work, title }: { data: Overview; work: boolean; title: string }) {
  const { t } = useTranslation()
  const figures = data.figures.filter((figure) => figure.work === work && figure.count > 0)
  if (figures.length === 0) return null
  return (
    <WidgetBoundary name={title}>
      <section aria-label={title} data-pane tabIndex={-1}>
        <h2>{title}</h2>
        <ul className={classes.figures} onKeyDown={moveAlong}>
          {figures.map((figure) => (
            <li key={figure.kind}>
              <Link to={`/today/${figure.kind}`}>
                <span className={classes.figure}>{figure.count}</span>{' '}
                {t(`today:kinds.${figure.kind}`)}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </WidgetBoundary>
  )
}

function LastWritten({ data }: { data: Overview }) {
  const { t } = useTranslation()
  const dossier = pages.find((page) => /^\/people\/\$\w+$/.test(page.path))?.path
  if (data.lastWritten.length === 0) return null
  return (
    <WidgetBoundary name={t('today:last')}>
      <section aria-labelledby="today-last" data-pane tabIndex={-1}>
        <h2 id="today-last">{t('today:last')}</h2>
        <ul className={classes.rows} onKeyDown={moveAlong}>
          {data.lastWritten.map((person) => (
            <li key={person.id}>
              <span>
                {dossier === undefined ? (
                  formatFullName(person)
                ) : (
                  <Link to={dossier.replace(/\$\w+/, person.personId)}>
                    {formatFullName(person)}
                  </Link>
                )}{' '}
                <span className="o-small o-muted">{formatInstant(person.at)}</span>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </WidgetBoundary>
  )
}
