import { useState, type ReactNode } from 'react'
import { z } from 'zod'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { Profile } from '#renderer/shell/session.tsx'
import { RadioField } from '#renderer/components/fields/choice-fields.tsx'
import { PasswordField } from '#renderer/components/fields/password-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { Countdown, useWaiting } from '#renderer/features/login/waiting.tsx'
import type { CopySecret } from './restore-types.ts'

const byPassword = z.object({
  slotId: z.string().min(1, 'profileRequired'),
  password: z.string().min(1, 'passwordRequired'),
})
const bySheet = z.object({
  code: z.string().trim().min(1, 'recoveryCodeRequired').max(200, 'textTooLong'),
})

/** What opens a copy: a profile of that time with its password, or the recovery sheet of that time. */
export function SecretForm(props: {
  title: string
  profiles: readonly Profile[]
  /** Chosen beforehand: whoever sits here, when the copy knows them. */
  own?: string | undefined
  /** Of which time the profile and its password are. */
  whoHint: string
  passwordLabel: string
  saveLabel: string
  /** Throws what the office answers; a wrong password stands at its field. */
  onSecret: (secret: CopySecret) => Promise<void>
  onBack: () => void
  backLabel: string
  children?: ReactNode
}) {
  const { t } = useTranslation()
  const [sheet, setSheet] = useState(false)
  const { seconds, guard } = useWaiting()
  const common = {
    title: props.title,
    saveLabel: props.saveLabel,
    reads: true,
    summary: false,
    actions: (
      <>
        <button
          type="button"
          className="o-link-button"
          onClick={() => {
            setSheet((now) => !now)
          }}
        >
          {t(sheet ? 'backup:byPassword' : 'backup:bySheet')}
        </button>
        <button type="button" className="o-link-button" onClick={props.onBack}>
          {props.backLabel}
        </button>
      </>
    ),
  }
  return (
    <>
      {sheet ? (
        <Form
          key="sheet"
          {...common}
          schema={bySheet}
          defaults={{ code: '' }}
          problemFields={{ badCode: 'code' }}
          onSave={(secret) => guard(() => props.onSecret(secret))}
        >
          {props.children}
          <TextField name="code" label={t('backup:code')} hint={t('backup:codeHint')} />
        </Form>
      ) : (
        <Form
          key="password"
          {...common}
          schema={byPassword}
          defaults={{
            slotId: likelyProfile(props.profiles, props.own),
            password: '',
          }}
          problemFields={{ badPassword: 'password' }}
          onSave={(secret) => guard(() => props.onSecret(secret))}
        >
          {props.children}
          <RadioField
            name="slotId"
            label={t('backup:who')}
            hint={props.whoHint}
            stacked
            choices={props.profiles.map(({ slotId, displayName }) => ({
              value: slotId,
              label: displayName,
            }))}
          />
          <PasswordField name="password" label={props.passwordLabel} purpose="current" />
        </Form>
      )}
      <Countdown seconds={seconds} />
    </>
  )
}

function likelyProfile(profiles: readonly Profile[], own: string | undefined): string {
  if (profiles.length === 1) return profiles[0]?.slotId ?? ''
  return profiles.find((one) => one.displayName === own)?.slotId ?? ''
}
