import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { usePageTitle } from '#renderer/shell/page-title.ts'
import { Wizard } from '#renderer/components/display/wizard.tsx'
import { Rescue } from '#renderer/features/backup/rescue.tsx'
import { AccountStep } from './account-step.tsx'
import { OfficeStep } from './office-step.tsx'
import { ProgrammeStep } from './programme-step.tsx'
import { setupSteps, stepList, type SetupStep } from './setup-steps.ts'
import { maySetUp } from '../login/setup-token.ts'
import { SignatoriesStep } from './signatories-step.tsx'
import classes from './setup.module.css'

/** First start: from nothing to an office that can work and be recovered. */
export default function SetupPage() {
  const { t } = useTranslation()
  const [step, setStep] = useState<SetupStep>('welcome')
  const [reached, setReached] = useState<SetupStep>('welcome')
  const [fromArchive, setFromArchive] = useState(false)
  usePageTitle(t(fromArchive ? 'backup:fresh.title' : 'setup:title'))
  const goTo = (next: SetupStep) => {
    setStep(next)
    setReached((now) => (setupSteps.indexOf(next) > setupSteps.indexOf(now) ? next : now))
  }
  if (fromArchive)
    return (
      <>
        <h1 className={classes.title}>{t('backup:fresh.title')}</h1>
        <p>{t('backup:fresh.what')}</p>
        <Rescue />
        <button
          type="button"
          className="o-link-button"
          onClick={() => {
            setFromArchive(false)
          }}
        >
          {t('backup:backToStart')}
        </button>
      </>
    )
  return (
    <>
      <h1 className={classes.title}>{t('setup:title')}</h1>
      <Wizard title={t('setup:title')} steps={stepList(t, step, reached, goTo)}>
        <h2 className={classes.stepTitle}>{t(`setup:steps.${step}`)}</h2>
        {step === 'welcome' ? (
          <Welcome
            onNext={() => {
              goTo('office')
            }}
            onArchive={() => {
              setFromArchive(true)
            }}
          />
        ) : null}
        {step === 'office' ? (
          <OfficeStep
            onNext={() => {
              goTo('signatories')
            }}
          />
        ) : null}
        {step === 'signatories' ? (
          <SignatoriesStep
            onNext={() => {
              goTo('programme')
            }}
          />
        ) : null}
        {step === 'programme' ? (
          <ProgrammeStep
            onNext={() => {
              goTo('account')
            }}
          />
        ) : null}
        {step === 'account' ? <AccountStep /> : null}
      </Wizard>
    </>
  )
}

function Welcome({ onNext, onArchive }: { onNext: () => void; onArchive: () => void }) {
  const { t } = useTranslation()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    button.current?.focus()
  }, [])
  if (!maySetUp())
    return (
      <div role="alert">
        <p>{t('setup:welcome.noToken')}</p>
      </div>
    )
  return (
    <>
      <p>{t('setup:welcome.what')}</p>
      <p>{t('setup:welcome.have')}</p>
      <p className="o-muted">{t('setup:welcome.memory')}</p>
      <div className={classes.sheetActions}>
        <Button ref={button} onClick={onNext}>
          {t('setup:welcome.start')}
        </Button>
        <Button variant="default" onClick={onArchive}>
          {t('backup:setup.restore')}
        </Button>
      </div>
    </>
  )
}
