import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { useMay } from '#renderer/shell/session.tsx'
import classes from './backup.module.css'

const askEveryMs = 60_000

/** What a check of the data found, for everybody; nothing where all is well. */
export function FindingsNotice({ withLink = false }: { withLink?: boolean }) {
  const { t } = useTranslation()
  const may = useMay()
  const { data } = useQuery({
    ...orpc.health.condition.queryOptions({ input: {} }),
    refetchInterval: askEveryMs,
    refetchOnMount: 'always',
  })
  if (!data || data.findings.length === 0) return null
  return (
    <section className={classes.notice} data-tone="bad" role="alert" data-findings>
      <h2>{t('backup:condition.found')}</h2>
      {data.findings.map(({ kind, count }) => (
        <p key={kind}>{t(`backup:condition.${kind}`, { count })}</p>
      ))}
      <p>{t('backup:condition.stays')}</p>
      {withLink && may('backup.make') ? <Link to="/backup">{t('backup:today.open')}</Link> : null}
    </section>
  )
}
