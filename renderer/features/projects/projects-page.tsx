import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatMoney } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { SettingsFrame } from '#renderer/features/settings/settings-frame.tsx'
import officeClasses from '#renderer/features/settings/settings.module.css'
import { ProjectState } from './project-state.tsx'
import { euroText, monthsText, periodText, procedureText, type Project } from './project-texts.ts'
import classes from './projects.module.css'

/** Projects and programmes: contract, money, period, and where each stands. */
export default function ProjectsPage() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const { data, error } = useQuery(orpc.projects.list.queryOptions({ input: {} }))
  return (
    <SettingsFrame at="projects">
      <PageHead
        title={t('projects:title')}
        path={[{ label: t('office:settings'), to: '/settings/office' }]}
        main={{
          label: t('projects:new'),
          run: () => {
            goTo('/projects/new')
          },
        }}
      />
      <RecordState error={error} />
      {data?.length === 0 ? <EmptyState text={t('projects:empty')} /> : null}
      {data && data.length > 0 ? (
        <div
          className={officeClasses.scroll}
          tabIndex={0}
          role="region"
          aria-label={t('projects:title')}
        >
          <table className={`${officeClasses.table} ${classes.table}`}>
            <thead>
              <tr>
                <th scope="col">{t('projects:project')}</th>
                <th scope="col">{t('projects:field.municipality')}</th>
                <th scope="col" className={classes.end}>
                  {t('projects:field.total')}
                </th>
                <th scope="col">{t('projects:term')}</th>
              </tr>
            </thead>
            <tbody data-arrival>
              {data.map((project) => (
                <Line key={project.id} project={project} />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </SettingsFrame>
  )
}

function Line({ project }: { project: Project }) {
  const { t } = useTranslation()
  const { data } = project
  const period = periodText(t, data)
  return (
    <tr>
      <th scope="row" className={classes.name}>
        <Link to={addressOf('/projects/$projectId', project.id)} lang="bg">
          {data.name}
        </Link>
        {data.contractNumber === null ? (
          <Small>{t('projects:noNumber')}</Small>
        ) : (
          <div className={classes.number}>{data.contractNumber}</div>
        )}
        <Small lang="bg">
          {[procedureText(t, data), data.programme].filter(Boolean).join(', ')}
        </Small>
      </th>
      <td>
        <span lang="bg">{data.municipality}</span>
        {data.role === 'unstated' ? null : <Small>{t(`projects:role.${data.role}`)}</Small>}
      </td>
      <td className={classes.end}>
        {data.total === null ? (
          <span className="o-muted">{t('projects:unknown')}</span>
        ) : (
          <>
            {formatMoney(data.total.cents, data.total.currency)}
            <Small>{euroText(data.total)}</Small>
          </>
        )}
      </td>
      <td>
        <ProjectState state={project.state} />
        <Small>{period}</Small>
        <Small>{monthsText(t, data)}</Small>
      </td>
    </tr>
  )
}

/** A second line under a value; nothing when there is nothing to say. */
function Small({ children, lang }: { children: string | undefined; lang?: string }) {
  return children === undefined || children === '' ? null : (
    <div className="o-small o-muted" lang={lang}>
      {children}
    </div>
  )
}
