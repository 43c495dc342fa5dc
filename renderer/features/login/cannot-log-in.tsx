import { useEffect, useRef } from 'react'
import { z } from 'zod'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/link.ts'
import { toFirstPage } from '#renderer/shell/first-page.ts'
import { useSession, type SessionOffice } from '#renderer/shell/session.tsx'
import { RadioField } from '#renderer/components/fields/choice-fields.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { NewPasswordField } from '#renderer/features/accounts/new-password-field.tsx'
import { lastProfile, rememberProfile } from './last-profile.ts'
import { Countdown, useWaiting } from './waiting.tsx'

const schema = z.object({
  slotId: z.string().min(1, 'profileRequired'),
  code: z.string().trim().min(1, 'recoveryCodeRequired').max(200, 'textTooLong'),
  password: z.string().min(1, 'passwordRequired'),
})

/** Two ways back in: the administrator gives a new password, or the recovery sheet. */
export default function CannotLogIn({
  office,
  onBack,
}: {
  office: SessionOffice
  onBack: () => void
}) {
  const { t } = useTranslation()
  const session = useSession()
  const { seconds, guard } = useWaiting()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
  }, [])
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {t('login:cannot')}
      </h2>
      <h3>{t('login:byAdministrator')}</h3>
      <p>{t('login:byAdministratorText')}</p>
      <h3>{t('login:bySheet')}</h3>
      <p>{t('login:bySheetText')}</p>
      <Form
        schema={schema}
        defaults={{ slotId: lastProfile() ?? '', code: '', password: '' }}
        title={t('login:bySheet')}
        saveLabel={t('login:recover')}
        enterSubmits
        reads
        autoFocus={false}
        summary={false}
        problemFields={{ badCode: 'code' }}
        onSave={async ({ slotId, code, password }) => {
          const state = await guard(() =>
            client.session.recover({ slotId, code, newPassword: password }),
          )
          if (state.status === 'open') rememberProfile(state.account.slotId)
          await toFirstPage()
          await session.refresh()
        }}
        actions={
          <button type="button" className="o-link-button" onClick={onBack}>
            {t('login:back')}
          </button>
        }
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
        <TextField name="code" label={t('login:code')} hint={t('login:codeHint')} />
        <NewPasswordField name="password" label={t('login:newPassword')} names={[office.name]} />
      </Form>
      <Countdown seconds={seconds} />
    </>
  )
}
