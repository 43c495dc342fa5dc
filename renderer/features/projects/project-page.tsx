import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Money } from '#domain/money/schema.ts'
import { projectSchema, type ProjectInput } from '#domain/projects/schema.ts'
import { formatMoney } from '#domain/text/format.ts'
import { formatMonthOrDay } from '#domain/text/month-or-day.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import type { ConflictField } from '#renderer/components/display/conflict-view.tsx'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { SettingsFrame } from '#renderer/features/office/settings-frame.tsx'
import { ProjectFields } from './project-fields.tsx'
import { ProjectState } from './project-state.tsx'
import type { Project } from './project-texts.ts'
import { RemoveProject } from './remove-project.tsx'

/** A new project, or one that exists. */
export default function ProjectPage() {
  const { projectId } = useRouteParams()
  return (
    <SettingsFrame at="projects">
      {projectId === undefined ? <Edit project={undefined} /> : <Existing id={projectId} />}
    </SettingsFrame>
  )
}

function Existing({ id }: { id: string }) {
  const { t } = useTranslation()
  const { data, error } = useQuery(orpc.projects.find.queryOptions({ input: { id } }))
  if (!data) return error ? <EmptyState text={t('errors:notFound')} /> : null
  return <Edit key={`${id}-${String(data.version)}`} project={data} />
}

const nothing = {
  name: '',
  contractNumber: '',
  municipality: '',
  beneficiary: '',
  programme: '',
  procedureNumber: '',
  procedureName: '',
  total: null,
  startsOn: null,
  endsOn: null,
  durationMonths: null,
  serviceMonths: null,
  note: '',
}

const schema = projectSchema.safeExtend({ version: z.int().nullable() })
type Values = ProjectInput & { version: number | null }

function Edit({ project }: { project: Project | undefined }) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const title = project ? project.data.name : t('projects:new')
  const back = () => {
    goTo('/projects')
  }
  return (
    <>
      <PageHead
        title={title}
        path={[
          { label: t('office:settings'), to: '/settings/office' },
          { label: t('projects:title'), to: '/projects' },
        ]}
        status={project ? <ProjectState state={project.state} /> : undefined}
      />
      <Form<Values, z.output<typeof schema>, unknown>
        schema={schema}
        defaults={
          project ? { ...project.data, version: project.version } : { ...nothing, version: null }
        }
        title={t('projects:one')}
        draftKey={`projects:${project?.id ?? 'new'}`}
        autoFocus={project === undefined}
        onSave={(values, { requestId }) =>
          client.projects.save({ requestId, data: { ...values, id: project?.id ?? null } })
        }
        onSaved={back}
        onLeave={back}
        conflictFields={conflictFields(t)}
        actions={project ? <RemoveProject project={project} onRemoved={back} /> : undefined}
      >
        <ProjectFields />
      </Form>
    </>
  )
}

/** What is laid side by side when a colleague saved meanwhile. */
function conflictFields(t: TFunction): ConflictField[] {
  const date = (value: unknown) =>
    typeof value === 'string' ? formatMonthOrDay(value) : t('projects:unknown')
  const plain = [
    'name',
    'contractNumber',
    'municipality',
    'beneficiary',
    'programme',
    'procedureNumber',
    'procedureName',
    'durationMonths',
    'serviceMonths',
    'note',
  ]
  return [
    ...plain.map((name) => ({ name, label: t(`projects:${name}`) })),
    {
      name: 'role',
      label: t('projects:role'),
      show: (role) => t(`projects:roles.${String(role)}`),
    },
    {
      name: 'total',
      label: t('projects:total'),
      show: (total) =>
        total === null
          ? t('projects:unknown')
          : formatMoney((total as Money).cents, (total as Money).currency),
    },
    { name: 'startsOn', label: t('projects:startsOn'), show: date },
    { name: 'endsOn', label: t('projects:endsOn'), show: date },
  ]
}
