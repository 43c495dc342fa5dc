import { catalogueList } from '#domain/employments/catalogue-list.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'
import { SettingsFrame } from '#renderer/features/settings/settings-frame.tsx'

/** Positions and grounds of ending: what contracts choose from, and how sure each is. */
export default function CataloguePage() {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const changes = may('employments.issue')
  return (
    <SettingsFrame at="catalogue" fills>
      <ListPage
        shape={catalogueList}
        source={client.catalogue}
        head={{
          path: [{ label: t('office:settings'), to: '/settings/office' }],
          main: changes
            ? {
                label: t('employments:catalogue.new'),
                run: () => {
                  goTo('/catalogue/new')
                },
              }
            : undefined,
        }}
        onOpen={(row) => {
          if (changes) goTo(addressOf('/catalogue/$entryId', row.id))
        }}
        empty={<EmptyState text={t('employments:catalogue.empty')} />}
      />
    </SettingsFrame>
  )
}
