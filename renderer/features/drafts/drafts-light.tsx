import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PencilLine } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { draftsRound } from '#renderer/shell/drafts.ts'
import { useStore } from '#renderer/shell/store.ts'
import classes from './drafts.module.css'

/** „2 чернови“ in the header; nothing when there are none. */
export function DraftsLight() {
  const { t } = useTranslation()
  const { data, refetch } = useQuery(orpc.drafts.list.queryOptions({ input: {} }))
  const round = useStore(draftsRound)
  useEffect(() => {
    if (round > 0) void refetch()
  }, [round, refetch])
  const count = data?.drafts.length ?? 0
  if (count === 0) return null
  return (
    <Link to="/drafts" className={classes.light}>
      <PencilLine size={16} aria-hidden /> {t('drafts:count', { count })}
    </Link>
  )
}
