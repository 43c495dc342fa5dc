import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/shell/client.ts'
import { routes } from '#renderer/shell/feature.ts'
import { usePageState } from '#renderer/shell/page-state.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { Tabs } from '#renderer/components/display/tabs.tsx'
import { WidgetBoundary } from '#renderer/components/display/widget-boundary.tsx'
import { HelpsTab } from '#renderer/features/assignments/helps-tab.tsx'
import EmploymentsTab from '#renderer/features/employments/employments-tab.tsx'
import DocumentsTab from '#renderer/features/papers/documents-tab.tsx'
import { PersonLink } from '#renderer/features/people/person-link.tsx'
import TimelineTab from '#renderer/features/people/timeline-tab.tsx'
import { EmployeeFacts } from './employee-facts.tsx'
import { employeeBadge } from './employee-look.ts'
import { EmployeeTrainings } from './employee-trainings.tsx'
import type { Employee } from './found.ts'

const parts = ['facts', 'contracts', 'people', 'trainings', 'papers', 'timeline'] as const
type Part = (typeof parts)[number]

/** What a part asks for besides the right to the page. */
const rights: Partial<Record<Part, string>> = {
  people: 'assignments.read',
  papers: 'papers.read',
  timeline: 'people.read',
}

/** Everything of somebody at work. */
export default function EmployeePage() {
  const { personId = '' } = useRouteParams()
  const query = useQuery(orpc.employees.find.queryOptions({ input: { personId } }))
  if (!query.data) return <RecordState error={query.error} />
  return <Shown key={personId} employee={query.data} />
}

function Shown({ employee }: { employee: Employee }) {
  const { t } = useTranslation()
  const may = useMay()
  const { person } = employee
  const [open, setOpen] = usePageState(`employee.${person.id}`, 'facts')
  const mine = parts.filter((part) => may(rights[part]))
  const shown = mine.find((part) => part === open) ?? 'facts'
  const counts: Partial<Record<Part, number>> = {
    contracts: employee.contracts.length,
    people: employee.help?.people ?? 0,
    trainings: employee.trainings.length + employee.events,
  }
  return (
    <>
      <PageHead
        title={person.name}
        windowTitle={person.initials}
        path={[
          { label: t('shell:groups.team') },
          { label: t('employees:title'), to: routes.employees },
        ]}
        status={<StatusBadge {...employeeBadge(employee.state)} />}
        subtitle={
          <>
            <PersonLink person={person} /> <span lang="bg">{employee.position}</span>
          </>
        }
      />
      <Tabs
        label={t('employees:tabs.label')}
        tabs={mine.map((id) => ({
          id,
          label: t(`employees:tabs.${id}`),
          // Nothing is shown for zero.
          count: counts[id] ?? 0,
        }))}
        value={shown}
        onChange={setOpen}
      >
        <WidgetBoundary key={shown} name={t(`employees:tabs.${shown}`)}>
          <Content part={shown} employee={employee} />
        </WidgetBoundary>
      </Tabs>
    </>
  )
}

function Content({ part, employee }: { part: Part; employee: Employee }) {
  const personId = employee.person.id
  switch (part) {
    case 'facts':
      return <EmployeeFacts employee={employee} />
    case 'contracts':
      return <EmploymentsTab personId={personId} />
    case 'people':
      return <HelpsTab personId={personId} />
    case 'trainings':
      return <EmployeeTrainings employee={employee} />
    case 'papers':
      return <DocumentsTab personId={personId} />
    case 'timeline':
      return <TimelineTab personId={personId} />
  }
}
