import { Ban, Check, KeyRound } from 'lucide-react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { accountState, accountsList } from '#domain/accounts/list.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'
import { SettingsFrame } from '#renderer/features/settings/settings-frame.tsx'

const looks = {
  active: { tone: 'ok', icon: Check },
  mustChange: { tone: 'warn', icon: KeyRound },
  disabled: { tone: 'calm', icon: Ban },
} as const

/** Who logs in, with which roles. */
export default function AccountsPage() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  return (
    <SettingsFrame at="accounts" fills>
      <ListPage
        shape={accountsList}
        source={client.accounts}
        head={{
          subtitle: t('accounts:listNote'),
          main: {
            label: t('accounts:new'),
            run: () => {
              goTo('/settings/accounts/new')
            },
          },
        }}
        cells={{ state: (row, text) => <StatusBadge {...looks[accountState(row)]} word={text} /> }}
        onOpen={(row) => {
          goTo(addressOf('/settings/accounts/$accountId', row.id))
        }}
        empty={<EmptyState text={t('accounts:listNote')} />}
      />
    </SettingsFrame>
  )
}
