import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { features } from '#renderer/shell/register.ts'
import { useMay } from '#renderer/shell/session.tsx'
import classes from './settings.module.css'

/** What the features put into the settings, in its order. */
function settings() {
  return features
    .flatMap(({ places = [] }) => places)
    .flatMap(({ setting, ...place }) => (setting === undefined ? [] : [{ ...place, setting }]))
    .toSorted((a, b) => a.setting - b.setting)
}

/** Groups of the settings at the left, the open one beside them; a list `fills` what is left. */
export function SettingsFrame(props: { at: string; fills?: boolean; children: ReactNode }) {
  const { at, fills, children } = props
  const { t } = useTranslation()
  const may = useMay()
  return (
    <div className={classes.settings} data-fills={fills ? '' : undefined}>
      <nav aria-label={t('office:settingsGroups')}>
        <ul>
          {settings()
            .filter(({ permission }) => may(permission))
            .map(({ id, to, labelKey }) => (
              <li key={id}>
                <Link to={to} aria-current={id === at ? 'page' : undefined}>
                  {t(labelKey)}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      <div className={classes.place}>{children}</div>
    </div>
  )
}
