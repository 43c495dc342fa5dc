import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { isBuilt } from '#renderer/shell/register.ts'
import { useMay } from '#renderer/shell/session.tsx'
import classes from './settings.module.css'

const groups = [
  { id: 'office', to: '/settings/office', permission: 'settings.manage' },
  { id: 'projects', to: '/projects', permission: 'projects.read' },
  { id: 'deadlines', to: '/settings/rules/deadlines', permission: 'settings.manage' },
  { id: 'limits', to: '/settings/rules/limits', permission: 'settings.manage' },
  { id: 'numbers', to: '/settings/rules/numbers', permission: 'settings.manage' },
  { id: 'papers', to: '/settings/rules/papers', permission: 'settings.manage' },
  { id: 'methodologies', to: '/methodologies', permission: 'methodologies.read' },
  { id: 'accounts', to: '/settings/accounts', permission: 'accounts.manage' },
  { id: 'security', to: '/settings/rules/security', permission: 'settings.manage' },
] as const

export type SettingsPlace = (typeof groups)[number]['id']

const isThere = (to: string) => to.startsWith('/settings/rules/') || isBuilt(to)

/** Groups of the settings at the left, the open one beside them; a list `fills` what is left. */
export function SettingsFrame(props: { at: SettingsPlace; fills?: boolean; children: ReactNode }) {
  const { at, fills, children } = props
  const { t } = useTranslation()
  const may = useMay()
  return (
    <div className={classes.settings} data-fills={fills ? '' : undefined}>
      <nav aria-label={t('office:settingsGroups')}>
        <ul>
          {groups
            .filter((group) => may(group.permission) && isThere(group.to))
            .map((group) => (
              <li key={group.id}>
                <Link to={group.to} aria-current={group.id === at ? 'page' : undefined}>
                  {t(`office:groups.${group.id}`)}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      <div className={classes.place}>{children}</div>
    </div>
  )
}
