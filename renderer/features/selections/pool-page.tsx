import { selectionsList, type SelectionListRow } from '#domain/selections/list.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'

/** „Банка с асистенти“: the chosen ones by place; a full tie is shown, people decide it. */
export default function PoolPage() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const open = (row: SelectionListRow) => {
    goTo(addressOf(routes.selection, row.id))
  }
  return (
    <ListPage
      shape={selectionsList}
      source={client.selections}
      head={{ path: [{ label: t('shell:groups.team') }] }}
      onOpen={open}
      rowActions={() => [
        { label: t('selections:action.toCard'), run: open },
        {
          label: t('selections:action.toCandidate'),
          run: (row) => {
            goTo(addressOf(routes.candidate, row.id))
          },
        },
        {
          label: t('selections:action.dossier'),
          run: (row) => {
            goTo(addressOf(routes.person, row.personId))
          },
        },
      ]}
      empty={<EmptyState text={t('selections:empty')} />}
    />
  )
}
