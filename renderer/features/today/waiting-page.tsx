import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { i18n } from '#renderer/app/i18n.ts'
import { orpc } from '#renderer/app/client.ts'
import { NotFound } from '#renderer/app/frame/plain-pages.tsx'
import { useRouteParams } from '#renderer/app/use-route-params.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { WaitingRows, type WaitingKind } from './waiting-rows.tsx'

/** The list behind a figure of „Днес“: the same rows that were counted. */
export default function WaitingPage() {
  const { kind } = useRouteParams()
  if (kind === undefined || !i18n.exists(`today:kinds.${kind}`)) return <NotFound />
  return <Waiting kind={kind as WaitingKind} />
}

function Waiting({ kind }: { kind: WaitingKind }) {
  const { t } = useTranslation()
  const page = useRef<HTMLDivElement>(null)
  const { data } = useQuery({
    ...orpc.today.list.queryOptions({ input: { kind } }),
    refetchOnMount: 'always',
  })
  const ready = data !== undefined
  useEffect(() => {
    // Whoever opened a dialog meanwhile keeps the keys in it.
    if (ready && !document.activeElement?.closest('[role=dialog]'))
      page.current?.querySelector<HTMLElement>('ul a')?.focus()
  }, [ready])
  const title = t(`today:kinds.${kind}`)
  return (
    <div ref={page}>
      <PageHead
        title={title}
        path={[{ label: t('today:title'), to: '/today' }, { label: title }]}
        subtitle={data ? t('today:listed', { count: data.lines.length }) : null}
      />
      {data?.lines.length === 0 ? <EmptyState text={t('today:nothing')} /> : null}
      {data ? (
        <WaitingRows
          lines={data.lines.map((line) => ({ ...line, kind }))}
          date={data.date}
          label={title}
        />
      ) : null}
    </div>
  )
}
