import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { agoText, lastText, lightBadge } from './backup-texts.ts'
import classes from './backup.module.css'

/** „Архив: вчера“ in the header, for who can make a copy. */
export function ArchiveLight() {
  return useMay()('backup.make') ? <Light /> : null
}

function Light() {
  const { t } = useTranslation()
  const { data } = useQuery({
    ...orpc.backup.light.queryOptions({ input: {} }),
    staleTime: 60_000,
    refetchInterval: 60_000,
  })
  if (!data) return null
  // A fresh copy of damaged data is no comfort.
  const { icon: Icon, tone } = lightBadge(t, data.damaged ? { ...data, light: 'bad' } : data)
  return (
    <Link to="/backup" className={classes.light} data-tone={tone} title={lastText(t, data)}>
      <Icon size={16} aria-hidden />{' '}
      {data.damaged
        ? t('backup:condition.damaged')
        : data.last
          ? t(`backup:light.${data.light}`, { when: agoText(t, data.daysAgo) })
          : t('backup:light.none')}
    </Link>
  )
}
