import { useTranslation } from '#renderer/shell/use-translation.ts'
import { projectsList } from '#domain/projects/list.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'
import { SettingsFrame } from '#renderer/features/settings/settings-frame.tsx'
import { ProjectState } from './project-state.tsx'

/** Projects and programmes: contract, money, period, and where each stands. */
export default function ProjectsPage() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  return (
    <SettingsFrame at="projects" fills>
      <ListPage
        shape={projectsList}
        source={client.projects}
        head={{
          path: [{ label: t('office:settings'), to: '/settings/office' }],
          main: {
            label: t('projects:new'),
            run: () => {
              goTo('/projects/new')
            },
          },
        }}
        cells={{ state: ({ state }) => <ProjectState state={state} /> }}
        onOpen={(row) => {
          goTo(addressOf('/projects/$projectId', row.id))
        }}
        empty={<EmptyState text={t('projects:empty')} />}
      />
    </SettingsFrame>
  )
}
