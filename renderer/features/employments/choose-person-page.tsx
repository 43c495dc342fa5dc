import { peopleList, type PersonListRow } from '#domain/people/list.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'

/** With whom a new contract is made: somebody who is in the office's records already. */
export default function ChoosePersonPage() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  return (
    <ListPage
      shape={peopleList}
      source={client.people}
      id="employments.people"
      title={t('employments:choosePerson')}
      head={{
        path: [
          { label: t('shell:groups.team') },
          { label: t('employments:title'), to: '/employments' },
        ],
        subtitle: t('employments:choosePersonNote'),
      }}
      onOpen={(row: PersonListRow) => {
        goTo(addressOf(routes.newEmploymentOf, row.id))
      }}
      empty={<EmptyState text={t('people:empty.all')} />}
    />
  )
}
