import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { wallClockOf } from '#domain/calendar/instant.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { formatDate, formatInstant } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { refresh } from '#renderer/shell/refresh.ts'
import { say } from '#renderer/shell/toasts.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import classes from './drafts.module.css'

/** One's own unfinished forms, with their age and until when they are kept. */
export default function DraftsPage() {
  const { t } = useTranslation()
  const { data } = useQuery({ ...orpc.drafts.list.queryOptions({ input: {} }), staleTime: 0 })
  const remove = async (form: string) => {
    const kept = await client.drafts.find({ form })
    await client.drafts.discard({ form })
    void refresh()
    if (!kept) return
    const { payload, title, place } = kept
    say(t('drafts:removed'), {
      undo: async () => {
        await client.drafts.save({ form, payload: payload as never, title, place })
        await refresh()
      },
    })
  }
  return (
    <>
      <PageHead title={t('drafts:title')} />
      {data?.drafts.length === 0 ? <EmptyState text={t('drafts:empty')} /> : null}
      <ul className={classes.list}>
        {data?.drafts.map((draft) => {
          const until = addDays(wallClockOf(draft.updatedAt).date, data.keptDays)
          return (
            <li key={draft.form}>
              <span>
                {draft.place === null ? draft.title : <Link to={draft.place}>{draft.title}</Link>}
                <br />
                <span className="o-small o-muted">
                  {t('drafts:kept', {
                    time: formatInstant(draft.updatedAt),
                    date: formatDate(until),
                  })}
                </span>
              </span>
              <button
                type="button"
                className="o-link-button"
                aria-label={t('drafts:removeOf', { title: draft.title })}
                onClick={() => void remove(draft.form)}
              >
                {t('drafts:remove')}
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
