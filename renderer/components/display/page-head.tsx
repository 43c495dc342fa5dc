import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { usePageTitle } from '#renderer/shell/page-title.ts'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import { KeyHint } from './key-hint.tsx'
import classes from './display.module.css'

export interface PageHeadProps {
  title: string
  /** For the window title: initials where the title names a person. */
  windowTitle?: string
  /** „Хора › Иван Петров“: from the outside in. */
  path?: readonly { label: string; to?: string }[]
  status?: ReactNode
  subtitle?: ReactNode
  /** The ONE main action of the page. */
  main?: { label: string; run: () => void; chord?: string; busy?: boolean } | undefined
  /** Quiet actions beside it. */
  more?: ReactNode
}

/** Path, title with status, the one main action; stays while the page scrolls. */
export function PageHead({
  title,
  windowTitle,
  path,
  status,
  subtitle,
  main,
  more,
}: PageHeadProps) {
  const { t } = useTranslation()
  usePageTitle(windowTitle ?? title)
  useKey(
    main?.chord,
    main?.label ?? '',
    () => {
      main?.run()
    },
    { enabled: main !== undefined },
  )
  return (
    <>
      {path?.length ? (
        <nav className={classes.crumbs} aria-label={t('shell:path')}>
          {path.map((step, index) => (
            <span key={step.label}>
              {index > 0 ? ' › ' : null}
              {step.to ? <Link to={step.to}>{step.label}</Link> : step.label}
            </span>
          ))}
        </nav>
      ) : null}
      <div className={classes.pageHead}>
        <h1 tabIndex={-1} data-page-title>
          {title}
        </h1>
        {status}
        <div className={classes.pageActions}>
          {more}
          {main ? (
            <Button loading={main.busy ?? false} onClick={main.run}>
              {main.label} {main.chord ? <KeyHint chord={main.chord} /> : null}
            </Button>
          ) : null}
        </div>
        {subtitle ? <div className={classes.subtitle}>{subtitle}</div> : null}
      </div>
    </>
  )
}
