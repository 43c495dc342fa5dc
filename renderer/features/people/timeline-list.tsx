import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { History, MessageSquareText } from 'lucide-react'
import { formatInstant } from '#domain/text/format.ts'
import { openText } from '#renderer/shell/open-text.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc, type ApiClient } from '#renderer/shell/client.ts'
import { features } from '#renderer/shell/register.ts'
import { t } from '#renderer/shell/i18n.ts'
import { Timeline, type TimelineEntry } from '#renderer/components/display/timeline.tsx'
import classes from './people.module.css'

export type TimelineKind = 'decisions' | 'papers' | 'talks' | 'changes'
type Entry = Awaited<ReturnType<ApiClient['audit']['timeline']>>['entries'][number]

const sources = () => features.flatMap((feature) => feature.timeline ?? [])

/** What happened in a dossier, newest first; „Покажи по-стари“ goes on, unless `limit` ends it. */
export function TimelineList(props: {
  personId: string
  kinds?: readonly TimelineKind[] | undefined
  limit?: number
}) {
  const { personId, kinds, limit } = props
  const { t } = useTranslation()
  const found = useInfiniteQuery({
    queryKey: [...orpc.audit.timeline.key(), personId, kinds ?? 'all', limit ?? 'pages'],
    queryFn: ({ pageParam, signal }) =>
      client.audit.timeline(
        {
          personId,
          ...(kinds ? { kinds: [...kinds] } : {}),
          ...(pageParam === null ? {} : { beforeSeq: pageParam }),
          ...(limit === undefined ? {} : { limit }),
        },
        { signal },
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
  })
  const entries = found.data?.pages.flatMap((page) => page.entries)
  if (!entries) return null
  if (entries.length === 0) return <p className="o-muted">{t('timeline:empty')}</p>
  return (
    <>
      <Timeline
        label={t('timeline:title')}
        entries={entries.map((entry) => shown(entry, personId))}
      />
      {limit === undefined && found.hasNextPage ? (
        <button
          type="button"
          className="o-link-button"
          disabled={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t('timeline:older')}
        </button>
      ) : null}
    </>
  )
}

/** A line of the timeline in words, by the concept whose action it was. */
function shown(entry: Entry, personId: string): TimelineEntry {
  const source = sources().find(({ prefix }) => entry.action.startsWith(prefix))
  const name = source ? entry.action.slice(source.prefix.length) : ''
  const to = source?.to?.({ ...entry, personId })
  const text = entry.note
    ? t(`timeline:note.${entry.note.kind}`)
    : openText(source ? `${source.textKey}.${name}` : [], 'timeline:other')
  return {
    id: String(entry.seq),
    when: formatInstant(entry.at),
    icon: entry.note ? MessageSquareText : (source?.icon ?? History),
    text: to ? <Link to={to}>{text}</Link> : text,
    by: entry.by,
    ...noteOf(entry),
  }
}

function noteOf(entry: Entry): { note?: TimelineEntry['note'] } {
  if (entry.note)
    return {
      note:
        entry.note.text === null ? (
          <span className="o-muted">{t('people:hidden')}</span>
        ) : (
          <div className={classes.noteText} lang="bg">
            {entry.note.text}
          </div>
        ),
    }
  if (entry.to !== null)
    return { note: <span className="o-small">{t('timeline:to', { name: entry.to })}</span> }
  if (entry.fields.length === 0) return {}
  const names = entry.fields
    .map((name) => openText(`people:fields.${name}`, 'common:unnamed'))
    .join(', ')
  return { note: <span className="o-small">{t('timeline:changedFields', { names })}</span> }
}
