import { expiringList } from '#domain/expiring/list.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'

/** What ends within 90 days or has ended: who is to be called, and about what. */
export default function ExpiringPage() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  return (
    <ListPage
      shape={expiringList}
      source={client.expiring}
      onOpen={({ personId }) => {
        goTo(addressOf(routes.person, personId))
      }}
      empty={<EmptyState text={t('expiring:empty')} />}
    />
  )
}
