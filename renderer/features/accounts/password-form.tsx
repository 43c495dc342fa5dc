import { z } from 'zod'
import { checkPassword } from '#domain/accounts/password.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { useSessionState } from '#renderer/shell/session.tsx'
import { rememberProfile } from '#renderer/features/login/last-profile.ts'
import { PasswordField } from '#renderer/components/fields/password-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { NewPasswordField } from './new-password-field.tsx'

/** Rules of a new password that the page can judge itself. */
export function newPasswordSchema(names: readonly string[]) {
  return z
    .string()
    .min(1, 'passwordRequired')
    .superRefine((password, context) => {
      const verdict = checkPassword(password, { names })
      if (verdict.ok || password === '') return
      for (const { code, params } of verdict.problems)
        context.addIssue({ code: 'custom', message: code, params: params ?? {} })
    })
}

/** One's own password: the old one and the new one. */
export function PasswordForm({ oldLabel, onChanged }: { oldLabel: string; onChanged: () => void }) {
  const { t } = useTranslation()
  const state = useSessionState()
  const names = state.status === 'open' ? [state.account.displayName, state.office.name] : []
  return (
    <Form
      schema={z.object({
        old: z.string().min(1, 'passwordRequired'),
        password: newPasswordSchema(names),
      })}
      defaults={{ old: '', password: '' }}
      title={t('accounts:changePassword')}
      saveLabel={t('accounts:changePasswordButton')}
      enterSubmits
      summary={false}
      reads
      problemFields={{ badPassword: 'old' }}
      onSave={async ({ old, password }) => {
        const { slotId } = await client.session.changePassword({ old, new: password })
        // The profile that this computer offers next time is another one now.
        rememberProfile(slotId)
      }}
      onSaved={onChanged}
    >
      <PasswordField name="old" label={oldLabel} purpose="current" />
      <NewPasswordField name="password" label={t('accounts:newPassword')} names={names} />
    </Form>
  )
}
