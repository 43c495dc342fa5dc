import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { lastText, lightBadge } from './backup-texts.ts'
import { SnapshotFailure } from './snapshot-failure.tsx'
import classes from './backup.module.css'

/** „Архив“ on „Днес“: when the last verified copy was made, and where it is. */
export function TodayArchive() {
  return useMay()('backup.make') ? <Archive /> : null
}

function Archive() {
  const { t } = useTranslation()
  const may = useMay()
  const { data } = useQuery(orpc.backup.light.queryOptions({ input: {} }))
  if (!data) return null
  return (
    <section aria-labelledby="today-archive" data-pane tabIndex={-1}>
      <h2 id="today-archive">{t('backup:today.title')}</h2>
      <p>
        <StatusBadge {...lightBadge(t, data)} />
      </p>
      <p className={classes.wraps}>{lastText(t, data)}</p>
      <SnapshotFailure failure={data.snapshotFailure} />
      {data.numbersWait ? <p>{t('backup:numbers.waiting')}</p> : null}
      {data.numbersWait && may('backup.restore') ? (
        <Link to="/backup/numbers">{t('backup:numbers.open')}</Link>
      ) : (
        <Link to="/backup">{t('backup:today.open')}</Link>
      )}
    </section>
  )
}
