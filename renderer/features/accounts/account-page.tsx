import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { mayAnswer, nobody } from '#domain/applications/responsible.ts'
import { accountSchema } from '#domain/accounts/schema.ts'
import { useTranslation, type Translate } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useSessionState } from '#renderer/shell/session.tsx'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { CheckField, SelectField } from '#renderer/components/fields/choice-fields.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { SettingsFrame } from '#renderer/features/settings/settings-frame.tsx'
import type { Outputs } from '#electron/api/router.ts'
import type { Role } from '#domain/accounts/roles.ts'
import { NewPasswordField } from './new-password-field.tsx'
import { newPasswordSchema } from './password-form.tsx'
import { RolesField } from './roles-field.tsx'
import classes from './accounts.module.css'

type Account = Outputs['accounts']['find']

/** A new profile, or one that exists. */
export default function AccountPage() {
  const { accountId } = useRouteParams()
  return (
    <SettingsFrame at="accounts">{accountId ? <Existing id={accountId} /> : <New />}</SettingsFrame>
  )
}

function useOfficeName(): string[] {
  const state = useSessionState()
  return state.status === 'open' ? [state.office.name] : []
}

function New() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const names = useOfficeName()
  const back = () => {
    goTo('/settings/accounts')
  }
  return (
    <>
      <PageHead title={t('accounts:new')} path={crumbs(t)} />
      <Form
        schema={accountSchema.extend({ password: newPasswordSchema(names) })}
        defaults={{ displayName: '', position: '', roles: [], password: '' }}
        title={t('accounts:new')}
        onSave={(data, { requestId }) => client.accounts.create({ requestId, data })}
        onSaved={back}
        onLeave={back}
      >
        <ProfileFields />
        <NewPasswordField name="password" label={t('accounts:firstPassword')} names={names} />
        <p className="o-muted">{t('accounts:firstPasswordNote')}</p>
      </Form>
    </>
  )
}

function ProfileFields() {
  const { t } = useTranslation()
  return (
    <>
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
      <RolesField name="roles" label={t('accounts:rolesLabel')} />
    </>
  )
}

const crumbs = (t: Translate) => [
  { label: t('office:settings'), to: '/settings/office' },
  { label: t('accounts:title'), to: '/settings/accounts' },
]

function Existing({ id }: { id: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.accounts.find.queryOptions({ input: { id } }))
  if (!data) return <PageHead title={t('accounts:title')} path={crumbs(t)} />
  return (
    <>
      <PageHead title={data.displayName} windowTitle={t('accounts:title')} path={crumbs(t)} />
      <Edit key={`${id}-${String(data.version)}`} account={data} />
      <ResetPassword account={data} />
    </>
  )
}

const editSchema = accountSchema.extend({
  version: z.int(),
  disabled: z.boolean(),
  casesTo: z.string().nullable(),
})

function Edit({ account }: { account: Account }) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const back = () => {
    goTo('/settings/accounts')
  }
  return (
    <Form
      schema={editSchema}
      defaults={{
        displayName: account.displayName,
        position: account.position,
        roles: account.roles,
        disabled: account.disabledAt !== null,
        version: account.version,
        casesTo: null,
      }}
      title={t('accounts:edit')}
      autoFocus={false}
      onSave={(data, { requestId }) =>
        client.accounts.update({ requestId, data: { ...data, id: account.id } })
      }
      onSaved={back}
      onLeave={back}
      conflictFields={[
        { name: 'displayName', label: t('accounts:displayName') },
        { name: 'position', label: t('accounts:position') },
        {
          name: 'roles',
          label: t('accounts:rolesLabel'),
          show: (roles) => (roles as Role[]).map((role) => t(`accounts:roles.${role}`)).join(', '),
        },
        {
          name: 'disabled',
          label: t('accounts:disabledLabel'),
          show: (disabled) => t(disabled === true ? 'common:yes' : 'common:no'),
        },
      ]}
    >
      <ProfileFields />
      <CheckField
        name="disabled"
        label={t('accounts:disabledLabel')}
        hint={t('accounts:disabledHint')}
      />
      <CasesField account={account} />
    </Form>
  )
}

/** Cases are not left with a profile that leads none any more: to whom they go is said here. */
function CasesField({ account }: { account: Account }) {
  const { t } = useTranslation()
  const [disabled, roles] = useWatch<z.input<typeof editSchema>, ['disabled', 'roles']>({
    name: ['disabled', 'roles'],
  })
  const { cases, colleagues } = account
  const leaves = !mayAnswer({ roles, disabledAt: disabled ? 'now' : null })
  if (cases === 0 || !leaves) return null
  return (
    <SelectField
      name="casesTo"
      label={t('accounts:casesTo', { count: cases })}
      hint={t('accounts:casesToHint')}
      choices={[
        ...colleagues.map(({ id, displayName, cases: own }) => ({
          value: id,
          label: t('applications:give.colleague', { name: displayName, count: own }),
        })),
        { value: nobody, label: t('applications:give.nobody') },
      ]}
    />
  )
}

function ResetPassword({ account }: { account: Account }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const names = [account.displayName, ...useOfficeName()]
  if (account.disabledAt !== null) return null
  return (
    <section className={classes.block} aria-labelledby="reset-title">
      <h2 id="reset-title">{t('accounts:reset')}</h2>
      <p>{t('accounts:resetText')}</p>
      {open ? (
        <Form
          schema={z.object({ password: newPasswordSchema(names) })}
          defaults={{ password: '' }}
          title={t('accounts:reset')}
          saveLabel={t('accounts:resetButton')}
          summary={false}
          said={() => t('accounts:resetDone')}
          onSave={({ password }, { requestId }) =>
            client.accounts.resetPassword({ requestId, data: { id: account.id, password } })
          }
          onSaved={() => {
            setOpen(false)
          }}
          actions={
            <button
              type="button"
              className="o-link-button"
              onClick={() => {
                setOpen(false)
              }}
            >
              {t('common:cancel')}
            </button>
          }
        >
          <NewPasswordField name="password" label={t('accounts:newPassword')} names={names} />
        </Form>
      ) : (
        <button
          type="button"
          className="o-link-button"
          onClick={() => {
            setOpen(true)
          }}
        >
          {t('accounts:resetOpen')}
        </button>
      )}
    </section>
  )
}
