import { Check, Info, TriangleAlert, X } from 'lucide-react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { KeyHint } from '#renderer/components/display/key-hint.tsx'
import { useStore } from '#renderer/shell/store.ts'
import { dismiss, toasts } from '#renderer/shell/toasts.ts'
import classes from './frame.module.css'

const icons = { calm: Info, ok: Check, warn: TriangleAlert, bad: TriangleAlert }

/** Short messages at the bottom; read aloud, gone by themselves, „Върни“ by Alt+U. */
export function Toasts() {
  const { t } = useTranslation()
  const shown = useStore(toasts)
  return (
    <div className={classes.toasts} role="status" aria-label={t('shell:messages')}>
      {shown.map(({ id, text, tone, undo }) => {
        const Icon = icons[tone]
        return (
          <div key={id} className={classes.toast} data-tone={tone}>
            <Icon size={16} aria-hidden />
            <span>{text}</span>
            {undo ? (
              <button
                type="button"
                className="o-link-button"
                onClick={() => {
                  dismiss(id)
                  void undo()
                }}
              >
                {t('common:undo')} <KeyHint chord="Alt+U" />
              </button>
            ) : null}
            <button
              type="button"
              className={classes.iconButton}
              aria-label={t('common:close')}
              onClick={() => {
                dismiss(id)
              }}
            >
              <X size={16} aria-hidden />
            </button>
          </div>
        )
      })}
    </div>
  )
}
