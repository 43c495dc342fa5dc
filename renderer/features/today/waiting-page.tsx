import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { i18n } from '#renderer/shell/i18n.ts'
import { orpc } from '#renderer/shell/client.ts'
import { NotFound } from '#renderer/components/display/plain-pages.tsx'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import type { WaitingKind } from '#renderer/shell/feature.ts'
import { useChosenView, ViewChoice } from './view-choice.tsx'
import { WaitingRows } from './waiting-rows.tsx'

/** The list behind a figure of „Днес“: the same rows that were counted. */
export default function WaitingPage() {
  const { kind } = useRouteParams()
  if (kind === undefined || !i18n.exists(`today:kinds.${kind}`)) return <NotFound />
  return <Waiting kind={kind as WaitingKind} />
}

function Waiting({ kind }: { kind: WaitingKind }) {
  const { t } = useTranslation()
  const [chosen, choose] = useChosenView()
  const { data } = useQuery({
    ...orpc.today.list.queryOptions({ input: { kind, ...(chosen ? { view: chosen } : {}) } }),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  })
  const title = t(`today:kinds.${kind}`)
  return (
    <>
      <PageHead
        title={title}
        path={[{ label: t('today:title'), to: '/today' }, { label: title }]}
        subtitle={data ? t('today:listed', { count: data.lines.length }) : null}
      />
      {data ? (
        <ViewChoice view={data.view} views={data.views} onChoose={choose}>
          {data.lines.length === 0 ? <EmptyState text={t(`today:nothingIn.${data.view}`)} /> : null}
          <WaitingRows
            lines={data.lines.map((line) => ({ ...line, kind }))}
            date={data.date}
            label={title}
            whose={data.view === 'team'}
          />
        </ViewChoice>
      ) : null}
    </>
  )
}
