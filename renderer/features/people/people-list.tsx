import { Button } from '@mantine/core'
import { Clock, TriangleAlert } from 'lucide-react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { peopleList, type PersonListRow } from '#domain/people/list.ts'
import { formatDate } from '#domain/text/format.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { isBuilt } from '#renderer/shell/register.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'
import { questionOf } from '#renderer/components/list/list-question.ts'
import { rememberList } from './came-from.ts'
import { deadlineTone, personBadge } from './case-status.ts'

/** The list of people, whole or one view of it as a page of its own. */
export function PeopleList({ view }: { view?: 'clients' | 'applicants' }) {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const listId = `people.${view ?? 'all'}`
  const mayCreate = may('people.write')
  const create = () => {
    goTo(routes.newPerson)
  }
  const open = (row: PersonListRow) => {
    rememberList({ listId, view: view ?? 'all' })
    goTo(addressOf(routes.person, row.id))
  }
  const leadingTo = (route: string, permission: string, label: string) =>
    may(permission) && isBuilt(route)
      ? [{ label, run: ({ id }: PersonListRow) => goTo(addressOf(route, id)) }]
      : []
  return (
    <ListPage
      shape={peopleList}
      source={client.people}
      id={listId}
      view={view ?? 'all'}
      title={t(`people:nav.${view ?? 'all'}`)}
      head={{
        path: [{ label: t('shell:groups.people') }],
        main: mayCreate ? { label: t('people:newPerson'), run: create } : undefined,
      }}
      cells={{
        name: (row, text) => <NameCell row={row} text={text} />,
        status: (row, text) => {
          const badge = personBadge(row)
          return badge && <StatusBadge {...badge} word={text} />
        },
        deadline: ({ deadline }, text) => {
          const tone = deadline ? deadlineTone(deadline) : 'calm'
          if (tone === 'calm') return text
          return (
            <StatusBadge tone={tone} icon={tone === 'bad' ? TriangleAlert : Clock} word={text} />
          )
        },
      }}
      jump={async (text, state) => {
        const question = questionOf(state, view)
        if ((question.order[0]?.by ?? 'name') !== 'name') return undefined
        return client.people.place({ question, text })
      }}
      onOpen={open}
      rowActions={() => [
        { label: t('people:actions.dossier'), run: open },
        ...leadingTo(
          routes.newApplicationOf,
          'applications.write',
          t('people:actions.application'),
        ),
        ...leadingTo(routes.newContractOf, 'contracts.write', t('people:actions.contract')),
        ...leadingTo(routes.editPerson, 'people.write', t('people:actions.edit')),
      ]}
      empty={
        <EmptyState
          text={t(`people:empty.${view ?? 'all'}`)}
          actions={
            mayCreate && !view ? (
              <Button onClick={create}>{t('people:newPerson')}</Button>
            ) : undefined
          }
        />
      }
    />
  )
}

/** Surname first; who has died is said so in words, not by colour. */
function NameCell({ row, text }: { row: PersonListRow; text: string }) {
  const { t } = useTranslation()
  return (
    <span lang="bg" title={text}>
      {text}
      {row.deathDate === null ? null : (
        <span className="o-hidden">
          {' '}
          {t('people:deceasedOn', { context: row.sex, date: formatDate(row.deathDate) })}
        </span>
      )}
    </span>
  )
}
