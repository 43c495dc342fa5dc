import { useState } from 'react'
import { formatBytes } from '#domain/text/bytes.ts'
import { formatInstant } from '#domain/text/format.ts'
import { client } from '#renderer/shell/client.ts'
import { refresh } from '#renderer/shell/refresh.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import officeClasses from '#renderer/features/settings/settings.module.css'
import { stateBadge, type CopyLine, type Overview } from './backup-texts.ts'
import { copyWork } from './copy-work.ts'
import { RenameMedium } from './rename-medium.tsx'
import type { CopySource } from './restore-types.ts'
import { TrialButton } from './trial-button.tsx'
import classes from './backup.module.css'

/** Every copy on the sticks that the office knows, stick by stick. */
export function Copies(props: { data: Overview; onRestore: (source: CopySource) => void }) {
  const { t } = useTranslation()
  const media = props.data.media.filter((one) => one.copies.length > 0)
  return (
    <section aria-labelledby="backup-copies">
      <h2 id="backup-copies">{t('backup:copies')}</h2>
      {media.length === 0 ? <EmptyState text={t('backup:copiesEmpty')} /> : null}
      {media.map((medium) => (
        <Medium key={medium.id} medium={medium} onRestore={props.onRestore} />
      ))}
    </section>
  )
}

function Medium(props: {
  medium: Overview['media'][number]
  onRestore: (source: CopySource) => void
}) {
  const { t } = useTranslation()
  const { medium } = props
  const [renaming, setRenaming] = useState(false)
  const free = medium.freeBytes
  return (
    <div className={classes.medium}>
      <h3>
        <span lang="bg">{medium.name}</span>
        <span className="o-small o-muted">
          {medium.seenNow
            ? free === null
              ? medium.place
              : t('backup:mediumFree', { free: formatBytes(free) })
            : t('backup:mediumAway')}
        </span>
        <button
          type="button"
          className="o-link-button"
          aria-label={t('backup:renameOf', { name: medium.name })}
          onClick={() => {
            setRenaming(true)
          }}
        >
          {t('backup:rename')}
        </button>
      </h3>
      {renaming ? (
        <RenameMedium
          medium={medium}
          onEnd={() => {
            setRenaming(false)
          }}
        />
      ) : null}
      <div
        className={officeClasses.scroll}
        tabIndex={0}
        role="region"
        aria-label={`${t('backup:copies')} – ${medium.name}`}
      >
        <table className={officeClasses.table}>
          <thead>
            <tr>
              <th scope="col">{t('backup:at')}</th>
              <th scope="col">{t('backup:people')}</th>
              <th scope="col">{t('backup:lastEntry')}</th>
              <th scope="col">{t('backup:madeBy')}</th>
              <th scope="col">{t('backup:state')}</th>
              <th scope="col">{t('backup:actions')}</th>
            </tr>
          </thead>
          <tbody>
            {medium.copies.map((copy) => (
              <Line key={copy.id} copy={copy} {...props} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function Line(props: {
  copy: CopyLine
  medium: Overview['media'][number]
  onRestore: (source: CopySource) => void
}) {
  const { t } = useTranslation()
  const may = useMay()
  const { copy, medium } = props
  const at = formatInstant(copy.createdAt)
  const { folder } = copy
  const check = async () => {
    await copyWork.start(t('backup:check'), (signal) =>
      client.backup.check({ copyId: copy.id }, { signal }),
    )
    await refresh()
  }
  return (
    <tr>
      <th scope="row">{at}</th>
      <td>{copy.people}</td>
      <td>{copy.lastEntryAt === null ? '' : formatInstant(copy.lastEntryAt)}</td>
      <td lang="bg">{copy.madeBy ?? t('backup:byItself')}</td>
      <td>
        <StatusBadge {...stateBadge(t, copy.state)} />
        {copy.triedAt === null ? null : (
          <div className="o-small o-muted">
            {t('backup:tried', { at: formatInstant(copy.triedAt) })}
          </div>
        )}
      </td>
      <td>
        {medium.seenNow && folder !== null ? (
          <span className={classes.rowActions}>
            <button
              type="button"
              className="o-link-button"
              aria-label={t('backup:checkOf', { at })}
              onClick={() => void check()}
            >
              {t('backup:check')}
            </button>
            <TrialButton source={{ kind: 'folder', path: folder }} at={at} />
            {may('backup.restore') ? (
              <button
                type="button"
                className="o-link-button"
                aria-label={t('backup:restoreOf', { at })}
                onClick={() => {
                  props.onRestore({ kind: 'folder', path: folder })
                }}
              >
                {t('backup:restore')}
              </button>
            ) : null}
          </span>
        ) : (
          <span className="o-muted">{t('backup:mediumAway')}</span>
        )}
      </td>
    </tr>
  )
}
