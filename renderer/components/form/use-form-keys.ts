import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import type { SaveIntent } from './form-props.ts'

/** The keys of a form: Ctrl+S, Ctrl+Enter, Ctrl+P, Esc. */
export function useFormKeys(keys: {
  saveLabel: string | undefined
  next: { label?: string } | undefined
  print: { label?: string } | undefined
  submit: (intent: SaveIntent) => void
  leave: (() => void) | undefined
}) {
  const { saveLabel, next, print, submit, leave } = keys
  const { t } = useTranslation()
  useKey(
    'Ctrl+S',
    saveLabel ?? t('shell:keys.save'),
    () => {
      submit('save')
    },
    { scope: 'form' },
  )
  useKey(
    'Ctrl+Enter',
    next?.label ?? t('shell:keys.saveNext'),
    () => {
      submit(next ? 'next' : 'save')
    },
    { scope: 'form' },
  )
  useKey(
    'Ctrl+P',
    print?.label ?? t('shell:keys.savePrint'),
    () => {
      submit('print')
    },
    { scope: 'form', enabled: Boolean(print) },
  )
  useKey(
    'Esc',
    t('shell:keys.leaveForm'),
    (press) => {
      if (press.target instanceof Element && press.target.getAttribute('aria-expanded') === 'true')
        return false
      leave?.()
      return true
    },
    { scope: 'form', enabled: Boolean(leave) },
  )
}
