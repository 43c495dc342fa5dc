import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatBytes } from '#domain/text/bytes.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { useMay } from '#renderer/shell/session.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { lastText, lightBadge, type Overview } from './backup-texts.ts'
import { Asides } from './asides.tsx'
import { Copies } from './copies.tsx'
import { FindingsNotice } from './findings-notice.tsx'
import { FindCopy } from './find-copy.tsx'
import { MakeCopy } from './make-copy.tsx'
import { LiveRestore } from './live-restore.tsx'
import type { CopySource } from './restore-types.ts'
import { OfficeCheck } from './office-check.tsx'
import { SnapshotFailure } from './snapshot-failure.tsx'
import { Snapshots } from './snapshots.tsx'
import { UndoRestore } from './undo-restore.tsx'
import classes from './backup.module.css'

/** „Архив“: a copy one can trust, made in ten seconds of work, and the way back from it. */
export default function BackupPage() {
  const { t } = useTranslation()
  const may = useMay()
  const [source, setSource] = useState<CopySource>()
  const [finding, setFinding] = useState(false)
  const { data, error } = useQuery({
    ...orpc.backup.overview.queryOptions({ input: {} }),
    enabled: source === undefined,
  })
  if (source)
    return (
      <LiveRestore
        source={source}
        onBack={() => {
          setSource(undefined)
        }}
      />
    )
  return (
    <>
      <PageHead title={t('backup:title')} />
      <RecordState error={error} />
      {data ? (
        <>
          <p className={classes.last}>
            <StatusBadge {...lightBadge(t, data.light)} />
            <span>{lastText(t, data.light)}</span>
          </p>
          <FindingsNotice />
          <Notices data={data} />
          {may('backup.restore') ? <UndoRestore /> : null}
          <MakeCopy media={data.media} />
          <Copies data={data} onRestore={setSource} />
          <Snapshots data={data} onRestore={setSource} />
          <OfficeCheck />
          <Asides asides={data.asides} />
          {finding ? (
            <section aria-labelledby="backup-find">
              <h2 id="backup-find">{t('backup:restoreFind')}</h2>
              <FindCopy onChoose={setSource} autoFocus />
            </section>
          ) : (
            <p>
              <button
                type="button"
                className="o-link-button"
                onClick={() => {
                  setFinding(true)
                }}
              >
                {t('backup:findOpen')}
              </button>
            </p>
          )}
        </>
      ) : null}
    </>
  )
}

function Notices({ data }: { data: Overview }) {
  const { t } = useTranslation()
  const may = useMay()
  const { snapshotFailure, ownDisk } = data
  return (
    <>
      {data.numbersWait ? (
        <div className={classes.notice} role="status">
          <p>{t('backup:numbers.waiting')}</p>
          {may('backup.restore') ? (
            <p>
              <Link to="/backup/numbers">{t('backup:numbers.open')}</Link>
            </p>
          ) : null}
        </div>
      ) : null}
      {snapshotFailure ? (
        <div className={classes.notice} data-tone="bad" role="status">
          <SnapshotFailure failure={snapshotFailure} />
        </div>
      ) : null}
      {ownDisk.low && ownDisk.freeBytes !== null ? (
        <div className={classes.notice} role="status">
          <p>{t('backup:diskLow', { free: formatBytes(ownDisk.freeBytes) })}</p>
        </div>
      ) : null}
    </>
  )
}
