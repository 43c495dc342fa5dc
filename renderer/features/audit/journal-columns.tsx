import { ClockAlert, Unlink } from 'lucide-react'
import { useMemo } from 'react'
import { journalRow, type Translate } from '#domain/audit/sentence.ts'
import { formatNumber } from '#domain/text/format.ts'
import { openText } from '#renderer/shell/open-text.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import type { Column } from '#renderer/components/list/column.tsx'
import type { ChainReport } from './chain-report.tsx'
import type { JournalRow } from './journal-source.ts'
import classes from './audit.module.css'

/** The page's words for what the domain says. */
export function useWords(): Translate {
  useTranslation()
  return (key, params) => openText(key, 'common:unnamed', params)
}

/** Place in the chain, the row in words, what is to be remarked about it. */
export function useJournalColumns(
  report: ChainReport | undefined,
  goTo: (to: string) => void,
): readonly Column<JournalRow>[] {
  const { t } = useTranslation()
  const broken = useMemo(() => new Set(report?.breaks.map(({ seq }) => seq)), [report])
  return [
    {
      id: 'seq',
      label: t('audit:column.seq'),
      width: 96,
      align: 'end',
      cell: (row) => formatNumber(row.seq),
    },
    {
      id: 'what',
      label: t('audit:column.what'),
      cell: (row) => <What row={row} goTo={goTo} />,
    },
    {
      id: 'remark',
      label: t('audit:column.remark'),
      width: 190,
      cell: (row) =>
        broken.has(row.seq) ? (
          <StatusBadge tone="bad" icon={Unlink} word={t('audit:brokenHere')} />
        ) : row.clockBack ? (
          <StatusBadge tone="warn" icon={ClockAlert} word={t('audit:clockBackShort')} />
        ) : null,
    },
  ]
}

/** The row in words; where there is a dossier behind it, the way there. */
function What({ row, goTo }: { row: JournalRow; goTo: (to: string) => void }) {
  const text = journalRow(row, useWords())
  const { personId } = row
  if (personId === null)
    return (
      <span className={classes.what} title={text}>
        {text}
      </span>
    )
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`o-link-button ${classes.link}`}
      title={text}
      onClick={() => {
        goTo(addressOf(routes.person, personId))
      }}
    >
      {text}
    </button>
  )
}
