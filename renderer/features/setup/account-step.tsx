import { ORPCError } from '@orpc/client'
import { z } from 'zod'
import { checkPassword } from '#domain/accounts/password.ts'
import { accountSchema } from '#domain/accounts/schema.ts'
import { officeSchema } from '#domain/office/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { useSession } from '#renderer/shell/session.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { NewPasswordField } from '#renderer/features/accounts/new-password-field.tsx'
import { rememberProfile } from '#renderer/features/login/last-profile.ts'
import { RememberValues } from './remember-values.tsx'
import { forgetSetup, markCreated, rememberAccount, setupMemory } from './setup-memory.ts'
import { forgetSetupToken, setupToken } from '../login/setup-token.ts'

function schemaFor(officeNames: readonly string[]) {
  return accountSchema
    .omit({ roles: true })
    .extend({ password: z.string().min(1, 'passwordRequired') })
    .superRefine(({ displayName, password }, context) => {
      const verdict = checkPassword(password, { names: [displayName, ...officeNames] })
      if (verdict.ok) return
      for (const { code, params } of verdict.problems)
        context.addIssue({
          code: 'custom',
          message: code,
          path: ['password'],
          params: params ?? {},
        })
    })
}

/** The first profile; its password makes the keys and, with them, the office. */
export function AccountStep() {
  const { t } = useTranslation()
  const session = useSession()
  const { office, account } = setupMemory()
  const names = [office.name ?? '', office.municipality ?? '']
  return (
    <Form
      schema={schemaFor(names)}
      defaults={{ displayName: '', position: '', ...account, password: '' }}
      title={t('setup:steps.account')}
      saveLabel={t('setup:account.create')}
      enterSubmits
      reads
      onSave={async ({ password, ...account }) => {
        const token = setupToken()
        try {
          const state = await client.office.setUp({
            ...(token === undefined ? {} : { token }),
            office: officeSchema.parse(setupMemory().office),
            account,
            password,
          })
          if (state.status === 'open') rememberProfile(state.account.slotId)
        } catch (error) {
          throw refusedSetUp(error)
        }
      }}
      onSaved={() => {
        forgetSetup()
        forgetSetupToken()
        markCreated()
        void session.refresh()
      }}
    >
      <RememberValues
        keep={({ displayName, position }) => {
          rememberAccount({ displayName, position } as Parameters<typeof rememberAccount>[0])
        }}
      />
      <p>{t('setup:account.what')}</p>
      <TextField
        name="displayName"
        label={t('accounts:displayName')}
        hint={t('accounts:displayNameHint')}
        max={80}
      />
      <TextField
        name="position"
        label={t('accounts:position')}
        hint={t('accounts:positionHint')}
        max={80}
        optional
      />
      <NewPasswordField name="password" label={t('accounts:password')} names={names} />
      <p className="o-muted">{t('setup:account.roles')}</p>
    </Form>
  )
}

/** The token did not fit, or somebody else was first: said in words of the set-up. */
function refusedSetUp(error: unknown): unknown {
  if (!(error instanceof ORPCError) || error.code !== 'FORBIDDEN') return error
  return new ORPCError('RULE', { data: { problems: [{ code: 'setupNotHere' }] } })
}
