import { expiringList } from '#domain/expiring/list.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'
import { WriteLetters } from './letters.tsx'

/** What ends or has ended: who is to be called or written to, and about what. */
export function ExpiringList({ view }: { view?: 'telk60' }) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const may = useMay()
  return (
    <ListPage
      shape={expiringList}
      source={client.expiring}
      {...(view ? { id: `expiring.${view}`, view, title: t(`expiring:views.${view}`) } : {})}
      onOpen={({ personId }) => {
        goTo(addressOf(routes.person, personId))
      }}
      pile={(selected) => (may('letters.write') ? <WriteLetters {...selected} /> : null)}
      empty={<EmptyState text={t('expiring:empty')} />}
    />
  )
}
