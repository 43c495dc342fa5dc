import { useQuery } from '@tanstack/react-query'
import { paperStatuses, type PaperStatus } from '#domain/papers/schema.ts'
import { formatDate, formatInstant } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc, type ApiClient } from '#renderer/shell/client.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { usePageState } from '#renderer/shell/page-state.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { DataList, type Column } from '#renderer/components/list/data-list.tsx'
import { addressOfPaper, paperBadge } from './paper-look.ts'
import { QuickMark } from './quick-mark.tsx'
import classes from './papers.module.css'

type PaperLine = Awaited<ReturnType<ApiClient['papers']['list']>>['rows'][number]

/** „Документи на хартия“: what is to be printed, what is out, what came back, what is missing. */
export default function PapersPage() {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const [status, setStatus] = usePageState<PaperStatus | ''>('papers.status', '')
  const counts = useQuery(orpc.papers.list.queryOptions({ input: { offset: 0, limit: 1 } })).data
    ?.byStatus
  const columns: readonly Column<PaperLine>[] = [
    {
      id: 'person',
      label: t('papers:column.person'),
      cell: (row) => <span lang="bg">{row.personName}</span>,
      primary: true,
    },
    { id: 'number', label: t('papers:column.number'), cell: (row) => row.number, width: 100 },
    {
      id: 'date',
      label: t('papers:column.date'),
      cell: (row) => formatDate(row.paperDate),
      width: 116,
    },
    {
      id: 'kind',
      label: t('papers:column.kind'),
      cell: (row) => t(`papers:kindTitle.${row.kind}`),
      width: 100,
    },
    {
      id: 'status',
      label: t('papers:column.status'),
      cell: (row) => <StatusBadge {...paperBadge(row.status)} />,
      width: 180,
    },
    {
      id: 'signedOn',
      label: t('papers:column.signedOn'),
      cell: (row) => (row.signedOn === null ? '' : formatDate(row.signedOn)),
      width: 116,
    },
    {
      id: 'printed',
      label: t('papers:column.printed'),
      cell: (row) => (row.printedAt === null ? '' : formatInstant(row.printedAt)),
      width: 184,
    },
  ]
  return (
    <>
      <PageHead title={t('papers:listTitle')} path={[{ label: t('shell:groups.paper') }]} />
      {may('papers.markSigned') ? <QuickMark /> : null}
      <DataList<PaperLine>
        id="papers"
        label={t('papers:title')}
        columns={columns}
        rowId={(row) => row.id}
        rowText={(row) => row.personName}
        autoFocus={!may('papers.markSigned')}
        source={({ text }) => ({
          key: ['papers', 'list', status, text],
          load: ({ offset, limit, signal }) =>
            client.papers.list(
              {
                ...(status === '' ? {} : { statuses: [status] }),
                ...(text.trim() === '' ? {} : { text: text.trim().slice(0, 120) }),
                offset,
                limit,
              },
              { signal },
            ),
        })}
        filters={
          <select
            className={classes.filter}
            aria-label={t('papers:column.status')}
            value={status}
            onChange={(event) => {
              setStatus(event.currentTarget.value as PaperStatus | '')
            }}
          >
            <option value="">{t('papers:anyStatus')}</option>
            {paperStatuses.map((one) => (
              <option key={one} value={one}>
                {t(`papers:status.${one}`)} ({counts?.[one] ?? 0})
              </option>
            ))}
          </select>
        }
        chips={
          status === ''
            ? []
            : [
                {
                  label: t(`papers:status.${status}`),
                  onRemove: () => {
                    setStatus('')
                  },
                },
              ]
        }
        onClearFilters={() => {
          setStatus('')
        }}
        onOpen={(row) => {
          goTo(addressOfPaper(row))
        }}
        countText={(total) => t('papers:count', { count: total })}
        empty={<EmptyState text={t('papers:empty')} />}
      />
    </>
  )
}
