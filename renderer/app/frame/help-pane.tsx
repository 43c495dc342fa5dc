import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { close } from './frame-state.ts'
import { useOpenPage } from './use-open-page.ts'
import classes from './frame.module.css'

/** One screen of text about this page, always at the right (F1). */
export function HelpPane() {
  const { t } = useTranslation()
  const page = useOpenPage()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    head.current?.focus()
  }, [])
  const lines = [t(page?.helpKey ?? 'shell:help.none', { returnObjects: true })].flat()
  return (
    <aside className={classes.help} aria-label={t('shell:help.title')} data-pane tabIndex={-1}>
      <div className={classes.helpHead}>
        <h2 ref={head} tabIndex={-1}>
          {t('shell:help.title')}
        </h2>
        <button
          type="button"
          className={classes.iconButton}
          aria-label={t('common:close')}
          onClick={() => {
            close('help')
          }}
        >
          <X size={18} aria-hidden />
        </button>
      </div>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="o-small o-muted">{t('shell:help.keys')}</p>
    </aside>
  )
}
