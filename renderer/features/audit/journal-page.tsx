import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { filterWords } from '#domain/audit/filter.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { runLongWork } from '#renderer/shell/long-work.ts'
import { usePageState } from '#renderer/shell/page-state.ts'
import { useIsRunning } from '#renderer/shell/running-work.ts'
import { say } from '#renderer/shell/toasts.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { DataList } from '#renderer/components/list/data-list.tsx'
import { exportWorkbook, languageOfPage } from '#renderer/components/list/hand-out.ts'
import { ChainResult, type ChainReport } from './chain-report.tsx'
import { useJournalColumns, useWords } from './journal-columns.tsx'
import { JournalFilterFields } from './journal-filter-fields.tsx'
import {
  firstWindow,
  journalKey,
  journalRows,
  questionOf,
  type JournalFilters,
  type JournalRow,
} from './journal-source.ts'

/** „Дневник на достъпа“: who saw, changed, printed, exported what; the check of the chain. */
export default function JournalPage() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const goTo = useGoTo()
  const words = useWords()
  const [filters, setFilters] = usePageState<JournalFilters>('journal.filters', {})
  const [report, setReport] = usePageState<ChainReport | undefined>('journal.report', undefined)
  const [reveal, setReveal] = useState<{ index: number }>()
  const verifying = t('audit:verify.working')
  const exporting = t('shell:list.exporting', { list: t('audit:title') })
  const isVerifying = useIsRunning(verifying)
  const isExporting = useIsRunning(exporting)
  // Who comes back sees what was done meanwhile.
  useEffect(
    () => () => {
      queries.removeQueries({ queryKey: journalKey })
    },
    [queries],
  )

  const verify = async () => {
    setReport(undefined)
    const end = await runLongWork(verifying, async ({ signal, progress }) => {
      for await (const message of await client.audit.verify({}, { signal })) {
        if (message.kind === 'progress') progress(message.done, message.total)
        if (message.kind === 'done') return message.report
      }
      return undefined
    })
    if (end.kind === 'stopped') say(t('audit:verify.stopped'))
    else if (end.kind === 'failed') say(t('audit:verify.failed'), { tone: 'bad' })
    else {
      setReport(end.result)
      void queries.invalidateQueries({ queryKey: journalKey })
    }
  }

  const exportRows = async () => {
    const whole = await exportWorkbook(exporting, async (signal) => {
      // A filter that was chosen just now: its rows are waited for. What came since is not exported.
      const { upTo } = await firstWindow(filters, queries, Infinity)
      const asked = { filter: questionOf(filters), upTo, language: languageOfPage() } as const
      return client.audit.exportJournal(asked, { signal })
    })
    if (whole) void queries.invalidateQueries({ queryKey: journalKey })
  }

  const show = async (seq: number) => {
    setFilters({})
    const { upTo } = await firstWindow({}, queries, 15_000)
    setReveal({ index: Math.max(0, upTo - seq) })
  }

  return (
    <>
      <PageHead
        title={t('audit:title')}
        main={{
          label: t('audit:export.action'),
          chord: 'Ctrl+E',
          run: () => void exportRows(),
          busy: isExporting,
        }}
        more={
          <Button variant="default" disabled={isVerifying} onClick={() => void verify()}>
            {t('audit:verify.action')}
          </Button>
        }
      />
      {report ? (
        <ChainResult
          report={report}
          onShow={(seq) => void show(seq)}
          onClose={() => {
            setReport(undefined)
          }}
        />
      ) : null}
      <DataList<JournalRow>
        id="journal"
        label={t('audit:list')}
        columns={useJournalColumns(report, goTo)}
        rowId={(row) => String(row.seq)}
        source={() => journalRows(filters, queries)}
        reveal={reveal}
        onOpen={(row) => {
          if (row.personId !== null) goTo(addressOf(routes.person, row.personId))
        }}
        filterable={false}
        filters={<JournalFilterFields filters={filters} setFilters={setFilters} />}
        chips={filterWords(
          { ...filters, person: filters.person?.name, account: filters.account?.name },
          words,
        ).map(({ part, text }) => ({
          label: text,
          onRemove: () => {
            setFilters((now) =>
              part === 'period'
                ? { ...now, from: undefined, to: undefined }
                : { ...now, [part]: undefined },
            )
          },
        }))}
        onClearFilters={() => {
          setFilters({})
        }}
        countText={(count) => t('audit:count', { count })}
        empty={<EmptyState text={t('audit:empty')} />}
        nothing={t('audit:empty')}
      />
    </>
  )
}
