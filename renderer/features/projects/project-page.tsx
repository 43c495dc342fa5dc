import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { z } from 'zod'
import { projectSchema, type ProjectInput } from '#domain/projects/schema.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { BeginAnew, BegunBefore, useBegunKey } from '#renderer/features/drafts/begun-before.tsx'
import { conflictRows } from '#renderer/components/record/facts-of.tsx'
import { FieldSections } from '#renderer/components/record/field-rows.tsx'
import { emptyValues } from '#renderer/components/record/empty-values.ts'
import { SettingsFrame } from '#renderer/features/settings/settings-frame.tsx'
import { projectFields } from './project-fields.tsx'
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

const schema = projectSchema.safeExtend({ version: z.int().nullable() })
type Values = ProjectInput & { version: number | null }

function Edit({ project }: { project: Project | undefined }) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const begun = useBegunKey('newProject')
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
        more={project ? undefined : <BeginAnew form="newProject" path="/projects/new" />}
      />
      {project ? null : <BegunBefore form="newProject" />}
      <Form<Values, z.output<typeof schema>, unknown>
        schema={schema}
        defaults={
          project
            ? { ...project.data, version: project.version }
            : { ...emptyValues(projectFields), version: null }
        }
        title={t('projects:one')}
        draftKey={project ? `projects:${project.id}` : begun}
        draftOf={({ name }) => name}
        autoFocus={project === undefined}
        onSave={(values, { requestId }) =>
          client.projects.save({ requestId, data: { ...values, id: project?.id ?? null } })
        }
        onSaved={back}
        onLeave={back}
        conflictFields={conflictRows(t, projectFields)}
        actions={project ? <RemoveProject project={project} onRemoved={back} /> : undefined}
      >
        <FieldSections of={projectFields} />
      </Form>
    </>
  )
}
