import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Ban, Check, KeyRound } from 'lucide-react'
import { formatInstant } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { SettingsFrame } from '#renderer/features/settings/settings-frame.tsx'
import officeClasses from '#renderer/features/settings/settings.module.css'

/** Who logs in, with which roles. */
export default function AccountsPage() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const { data } = useQuery(orpc.accounts.list.queryOptions({ input: {} }))
  return (
    <SettingsFrame at="accounts">
      <PageHead
        title={t('accounts:title')}
        main={{
          label: t('accounts:new'),
          run: () => {
            goTo('/settings/accounts/new')
          },
        }}
      />
      <div
        className={officeClasses.scroll}
        tabIndex={0}
        role="region"
        aria-label={t('accounts:title')}
      >
        <table className={officeClasses.table}>
          <thead>
            <tr>
              <th scope="col">{t('accounts:displayName')}</th>
              <th scope="col">{t('accounts:position')}</th>
              <th scope="col">{t('accounts:rolesLabel')}</th>
              <th scope="col">{t('accounts:passwordSince')}</th>
              <th scope="col">{t('accounts:state')}</th>
            </tr>
          </thead>
          <tbody>
            {data?.map((account) => (
              <tr key={account.id}>
                <th scope="row">
                  <Link to={`/settings/accounts/${account.id}`}>{account.displayName}</Link>
                </th>
                <td>{account.position}</td>
                <td>{account.roles.map((role) => t(`accounts:roles.${role}`)).join(', ')}</td>
                <td>{formatInstant(account.passwordChangedAt)}</td>
                <td>
                  {account.disabledAt !== null ? (
                    <StatusBadge tone="calm" icon={Ban} word={t('accounts:disabled')} />
                  ) : account.mustChangePassword ? (
                    <StatusBadge tone="warn" icon={KeyRound} word={t('accounts:mustChange')} />
                  ) : (
                    <StatusBadge tone="ok" icon={Check} word={t('accounts:active')} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="o-muted">{t('accounts:listNote')}</p>
    </SettingsFrame>
  )
}
