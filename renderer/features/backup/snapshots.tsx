import { formatBytes } from '#domain/text/bytes.ts'
import { formatInstant } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { problemText } from '#renderer/shell/problem-text.ts'
import { useMay } from '#renderer/shell/session.tsx'
import officeClasses from '#renderer/features/settings/settings.module.css'
import type { Overview } from './backup-texts.ts'
import type { CopySource } from './restore-types.ts'
import classes from './backup.module.css'

/** What the program keeps by itself beside the database. */
export function Snapshots(props: { data: Overview; onRestore: (source: CopySource) => void }) {
  const { t } = useTranslation()
  const { snapshots } = props.data
  return (
    <section>
      <h2>{t('backup:snapshots')}</h2>
      <p className="o-muted">{t('backup:snapshotsWhat')}</p>
      {snapshots.length === 0 ? (
        <p>{t('backup:snapshotsEmpty')}</p>
      ) : (
        <div
          className={officeClasses.scroll}
          tabIndex={0}
          role="region"
          aria-label={t('backup:snapshots')}
        >
          <table className={officeClasses.table}>
            <thead>
              <tr>
                <th scope="col">{t('backup:at')}</th>
                <th scope="col">{t('backup:occasionLabel')}</th>
                <th scope="col">{t('backup:people')}</th>
                <th scope="col">{t('backup:lastEntry')}</th>
                <th scope="col">{t('backup:size')}</th>
                <th scope="col">{t('backup:actions')}</th>
              </tr>
            </thead>
            <tbody>
              {snapshots.map((one) => (
                <Line key={one.name} snapshot={one} onRestore={props.onRestore} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Line(props: {
  snapshot: Overview['snapshots'][number]
  onRestore: (source: CopySource) => void
}) {
  const { t } = useTranslation()
  const may = useMay()
  const { name, problem, params, createdAt, occasion, people, lastEntryAt, bytes } = props.snapshot
  const at = formatInstant(createdAt)
  return (
    <tr>
      <th scope="row">{at}</th>
      <td>{occasion === null ? '' : t(`backup:occasion.${occasion}`)}</td>
      <td>{people}</td>
      <td>{lastEntryAt === null ? '' : formatInstant(lastEntryAt)}</td>
      <td>{bytes === null ? '' : formatBytes(bytes)}</td>
      <td>
        {problem !== null ? (
          problemText({ code: problem, params })
        ) : may('backup.restore') ? (
          <span className={classes.rowActions}>
            <button
              type="button"
              className="o-link-button"
              aria-label={t('backup:restoreOf', { at })}
              onClick={() => {
                props.onRestore({ kind: 'snapshot', name })
              }}
            >
              {t('backup:restore')}
            </button>
          </span>
        ) : null}
      </td>
    </tr>
  )
}
