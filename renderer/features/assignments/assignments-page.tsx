import { assignmentsList, type AssignmentListRow } from '#domain/assignments/list.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'
import { assignmentBadge } from './assignment-look.ts'

/** „Възлагания“: who helps whom, from when, how much. */
export default function AssignmentsPage() {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const writes = may('assignments.write')
  const openCase = (row: AssignmentListRow) => {
    goTo(addressOf(routes.choice, row.applicationId))
  }
  const openPerson = (row: AssignmentListRow) => {
    goTo(addressOf(routes.person, row.personId))
  }
  const openAssistant = (row: AssignmentListRow) => {
    goTo(addressOf(routes.employee, row.assistantId))
  }
  return (
    <ListPage
      shape={assignmentsList}
      source={client.assignments}
      head={{ path: [{ label: t('shell:groups.team') }] }}
      cells={{
        state: ({ state }, text) => <StatusBadge {...assignmentBadge(state)} word={text} />,
      }}
      onOpen={writes ? openCase : openPerson}
      rowActions={() => [
        ...(writes ? [{ label: t('assignments:openCase'), run: openCase }] : []),
        { label: t('people:actions.dossier'), run: openPerson },
        { label: t('assignments:openAssistant'), run: openAssistant },
      ]}
      empty={<EmptyState text={t('assignments:empty')} />}
    />
  )
}
