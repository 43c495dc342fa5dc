import { lazy, Suspense, useState } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/link.ts'
import { toFirstPage } from '#renderer/shell/first-page.ts'
import { logInNotice, sayAtLogIn } from '#renderer/shell/log-in-notice.ts'
import { usePageTitle } from '#renderer/shell/page-title.ts'
import { useSession, useSessionState, type SessionOffice } from '#renderer/shell/session.tsx'
import { useStore } from '#renderer/shell/store.ts'
import { RadioField } from '#renderer/components/fields/choice-fields.tsx'
import { PasswordField } from '#renderer/components/fields/password-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { filled } from '#renderer/components/form/resolver.ts'
import { lastProfile, rememberProfile } from './last-profile.ts'
import { Countdown, useWaiting } from './waiting.tsx'
import classes from './login.module.css'

const schema = filled<{ slotId: string; password: string }>({
  slotId: 'profileRequired',
  password: 'passwordRequired',
})
const CannotLogIn = lazy(() => import('./cannot-log-in.tsx'))

/** The log-in of the morning: the last profile is chosen, the focus stands in the password. */
export default function LoginPage() {
  const { t } = useTranslation()
  const state = useSessionState()
  const [cannot, setCannot] = useState(false)
  const notice = useStore(logInNotice)
  usePageTitle(t('login:title'))
  if (state.status !== 'signedOut') return null
  return (
    <div className={classes.page}>
      <h1 className={classes.office}>{state.office.name}</h1>
      <div role="status">
        {notice.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {cannot ? (
        <Suspense fallback={null}>
          <CannotLogIn
            office={state.office}
            onBack={() => {
              setCannot(false)
            }}
          />
        </Suspense>
      ) : (
        <LogIn
          office={state.office}
          onCannot={() => {
            setCannot(true)
          }}
        />
      )}
    </div>
  )
}

function LogIn({ office, onCannot }: { office: SessionOffice; onCannot: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const { seconds, guard } = useWaiting()
  const last = lastProfile()
  const known = office.profiles.find((profile) => profile.slotId === last)
  const chosen = known ?? (office.profiles.length === 1 ? office.profiles[0] : undefined)
  return (
    <>
      <Form
        schema={schema}
        defaults={{ slotId: chosen?.slotId ?? '', password: '' }}
        title={t('login:title')}
        saveLabel={t('login:enter')}
        enterSubmits
        reads
        summary={false}
        problemFields={{ badPassword: 'password' }}
        onSave={async (values) => {
          const answer = await guard(() => client.session.logIn(values))
          rememberProfile(values.slotId)
          sayAtLogIn([])
          // Who was thrown out by an office that went away and came back goes on where the work was.
          if (answer.status !== 'open' || !session.wasAtWork(answer.account.id)) await toFirstPage()
          await session.refresh()
        }}
      >
        <RadioField
          name="slotId"
          label={t('login:profile')}
          stacked
          choices={office.profiles.map(({ slotId, displayName }) => ({
            value: slotId,
            label: displayName,
          }))}
        />
        <PasswordField name="password" label={t('login:password')} purpose="current" />
      </Form>
      <Countdown seconds={seconds} />
      <button type="button" className="o-link-button" onClick={onCannot}>
        {t('login:cannot')}
      </button>
    </>
  )
}
