import { useState } from 'react'
import { formatBytes } from '#domain/text/bytes.ts'
import { formatInstant } from '#domain/text/format.ts'
import { client } from '#renderer/shell/client.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { ConfirmDialog } from '#renderer/components/steps/confirm-dialog.tsx'
import type { Overview } from './backup-texts.ts'
import officeClasses from '#renderer/features/settings/settings.module.css'
import classes from './backup.module.css'

type Aside = Overview['asides'][number]

/** What restores put aside: how much room it takes, when it goes, and a way to remove it by hand. */
export function Asides({ asides }: { asides: readonly Aside[] }) {
  const { t } = useTranslation()
  const may = useMay()
  const [asked, setAsked] = useState<Aside>()
  if (asides.length === 0) return null
  const total = asides.reduce((sum, { bytes }) => sum + bytes, 0)
  return (
    <section className={classes.asides}>
      <h2>{t('backup:aside.title')}</h2>
      <p className="o-muted">{t('backup:aside.what', { total: formatBytes(total) })}</p>
      <div
        className={officeClasses.scroll}
        tabIndex={0}
        role="region"
        aria-label={t('backup:aside.title')}
      >
        <table className={officeClasses.table}>
          <thead>
            <tr>
              <th scope="col">{t('backup:at')}</th>
              <th scope="col">{t('backup:what')}</th>
              <th scope="col">{t('backup:size')}</th>
              <th scope="col">{t('backup:aside.fateLabel')}</th>
              {may('backup.restore') ? <th scope="col">{t('backup:actions')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {asides.map((one) => (
              <tr key={one.name}>
                <th scope="row">{whenOf(one)}</th>
                <td>{t(`backup:aside.kind.${one.kind}`)}</td>
                <td>{formatBytes(one.bytes)}</td>
                <td>{t(`backup:aside.fate.${one.fate}`, { count: one.copiesWanted })}</td>
                {may('backup.restore') ? (
                  <td>
                    <button
                      type="button"
                      className="o-link-button"
                      aria-label={t('backup:aside.removeOf', { at: whenOf(one) })}
                      onClick={() => {
                        setAsked(one)
                      }}
                    >
                      {t('backup:aside.remove')}
                    </button>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {asked ? (
        <RemoveAside
          aside={asked}
          onEnd={() => {
            setAsked(undefined)
          }}
        />
      ) : null}
    </section>
  )
}

const whenOf = ({ at, name }: Aside) => (at === null ? name : formatInstant(at))

/** Nobody takes this back: asked once, with what it is. */
function RemoveAside({ aside, onEnd }: { aside: Aside; onEnd: () => void }) {
  const { t } = useTranslation()
  const onlyTrace = aside.fate === 'kept' || aside.fate === 'noSafetyCopy'
  return (
    <ConfirmDialog
      title={t('backup:aside.ask', { at: whenOf(aside) })}
      lead={
        <>
          <p>
            {t(`backup:aside.kind.${aside.kind}`)}, {formatBytes(aside.bytes)}
          </p>
          <p>{t(onlyTrace ? 'backup:aside.askOnly' : 'backup:aside.askKnown')}</p>
        </>
      }
      label={t('backup:aside.removeNow')}
      keepLabel={t('backup:aside.keep')}
      data={{ name: aside.name }}
      call={client.backup.removeAside}
      said={() => t('backup:aside.removed', { size: formatBytes(aside.bytes) })}
      onClose={onEnd}
    />
  )
}
