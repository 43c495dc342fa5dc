import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { usePageTitle } from '#renderer/shell/page-title.ts'
import { newItems, pages } from '#renderer/shell/register.ts'
import { useSession } from '#renderer/shell/session.tsx'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { Wizard } from '#renderer/components/display/wizard.tsx'
import { MakeCopy } from '#renderer/features/backup/make-copy.tsx'
import { RecoverySheet } from '../keyring/recovery-sheet.tsx'
import { forgetCreated, wasJustCreated } from './setup-memory.ts'
import { stepList } from './setup-steps.ts'
import classes from './setup.module.css'

/**
 * The last steps of the set-up: without a recovery sheet in somebody's hands the office does not
 * open to its administrator. A start that was cut off goes on here after the log-in.
 */
export default function RecoveryPage() {
  const { t } = useTranslation()
  const [step, setStep] = useState<'recovery' | 'copy' | 'ready'>('recovery')
  const [atOnce] = useState(wasJustCreated)
  const session = useSession()
  usePageTitle(t(`setup:steps.${step}`))
  return (
    <>
      <h1 className={classes.title}>{t('setup:title')}</h1>
      <Wizard title={t('setup:title')} steps={stepList(t, step, step)}>
        <h2 className={classes.stepTitle}>{t(`setup:steps.${step}`)}</h2>
        {step === 'ready' ? (
          <Ready />
        ) : step === 'copy' ? (
          <FirstCopy
            onNext={() => {
              setStep('ready')
            }}
          />
        ) : (
          <>
            <RecoverySheet
              atOnce={atOnce}
              onIssued={forgetCreated}
              onConfirmed={() => {
                setStep('copy')
              }}
            />
            <button type="button" className="o-link-button" onClick={() => void session.signOut()}>
              {t('setup:recovery.later')}
            </button>
          </>
        )}
      </Wizard>
    </>
  )
}

function Ready() {
  const { t } = useTranslation()
  const session = useSession()
  const goTo = useGoTo()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    button.current?.focus()
  }, [])
  const newPerson = newItems.find((item) => item.digit === 2)?.to({ personId: undefined })
  const leave = (to: string) => {
    goTo(to)
    void session.refresh()
  }
  const first = pages.some((page) => page.path === newPerson) ? newPerson : undefined
  return (
    <>
      <p>{t('setup:ready.what')}</p>
      <p>{t('setup:ready.next')}</p>
      <div className={classes.sheetActions}>
        {first === undefined ? null : (
          <Button
            ref={button}
            onClick={() => {
              leave(first)
            }}
          >
            {t('setup:ready.firstPerson')}
          </Button>
        )}
        <Button
          {...(first === undefined ? { ref: button } : { variant: 'default' })}
          onClick={() => {
            leave('/')
          }}
        >
          {t('setup:ready.today')}
        </Button>
      </div>
    </>
  )
}

/** The second copy of everything: now, when a stick is at hand, or later – „Днес“ reminds. */
function FirstCopy({ onNext }: { onNext: () => void }) {
  const { t } = useTranslation()
  const [made, setMade] = useState(false)
  const on = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    on.current?.focus()
  }, [made])
  return (
    <>
      <p>{t('backup:setup.what')}</p>
      <MakeCopy
        onDone={() => {
          setMade(true)
        }}
      />
      <Button ref={on} variant={made ? 'filled' : 'default'} onClick={onNext}>
        {t(made ? 'backup:setup.next' : 'backup:setup.later')}
      </Button>
    </>
  )
}
