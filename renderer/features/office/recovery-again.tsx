import { useState } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { say } from '#renderer/shell/toasts.ts'
import { RecoverySheet } from '#renderer/features/keyring/recovery-sheet.tsx'
import classes from '../settings/settings.module.css'

/** A new recovery sheet, when the old one is lost or somebody else has seen it. */
export function RecoveryAgain() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <section className={classes.more} aria-labelledby="recovery-title">
      <h2 id="recovery-title">{t('setup:steps.recovery')}</h2>
      {open ? (
        <RecoverySheet
          atOnce={false}
          onConfirmed={() => {
            setOpen(false)
            say(t('office:recoveryDone'), { tone: 'ok' })
          }}
        />
      ) : (
        <>
          <p>{t('office:recoveryText')}</p>
          <button
            type="button"
            className="o-link-button"
            onClick={() => {
              setOpen(true)
            }}
          >
            {t('office:recoveryOpen')}
          </button>
        </>
      )}
    </section>
  )
}
