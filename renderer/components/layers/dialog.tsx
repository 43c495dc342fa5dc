import { Button, Modal } from '@mantine/core'
import { useLayoutEffect, useState, type FocusEvent, type ReactNode } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import { Layer } from './layer.tsx'
import classes from './layers.module.css'

export interface DialogProps {
  /** A question with its object: „Да се прекрати ли договор № 31?“ */
  title: string
  onClose: () => void
  /** The main button, a verb; Enter presses it unless it destroys. */
  action?: { label: string; run: () => void; destroys?: boolean; busy?: boolean }
  /** The way out, a verb too („Остави го“); „Отказ“ by default. */
  cancelLabel?: string
  wide?: boolean
  children?: ReactNode
}

/**
 * For one decision or at most four fields. Focus is trapped and comes back where it was; Esc is
 * safe. Never for reading a record, never over another dialog.
 */
export function Dialog(props: DialogProps) {
  const { t } = useTranslation()
  // Taken while drawing for the first time, before the trap moves the focus.
  const [before] = useState(() => document.activeElement)
  // With the layer itself, so that it comes before the rescue of lost keys on a slow machine too.
  useLayoutEffect(
    () => () => {
      requestAnimationFrame(() => {
        const now = document.activeElement
        if (before instanceof HTMLElement && before.isConnected && (!now || now === document.body))
          before.focus()
      })
    },
    [before],
  )
  return (
    <Layer>
      <Modal
        opened
        returnFocus={false}
        onClose={props.onClose}
        title={<span className={classes.title}>{props.title}</span>}
        size={props.wide ? 640 : 480}
        closeButtonProps={{ 'aria-label': t('common:close') }}
        // Inside a dialog the heading line is no landmark of the page.
        attributes={{ header: { role: 'presentation' } }}
      >
        <div className={classes.body} ref={aimAtFirstField} onFocus={aimAtFocused}>
          {props.children}
        </div>
        {props.action ? <Buttons {...props} action={props.action} /> : null}
      </Modal>
    </Layer>
  )
}

/**
 * The trap looks for its mark a moment after the dialog is drawn, and would take the ✕ without it.
 * The first field has it; a form that has put the focus into another field keeps it there.
 */
function aimAtFirstField(body: HTMLElement | null) {
  if (!body || body.querySelector('[data-autofocus]')) return
  body
    .querySelector('input:not([type=hidden]), select, textarea, [role=listbox], [role=grid]')
    ?.setAttribute('data-autofocus', '')
}

function aimAtFocused({ currentTarget, target }: FocusEvent<HTMLElement>) {
  for (const old of currentTarget.querySelectorAll('[data-autofocus]'))
    if (old !== target) old.removeAttribute('data-autofocus')
  target.setAttribute('data-autofocus', '')
}

function Buttons({
  action,
  cancelLabel,
  onClose,
}: DialogProps & { action: NonNullable<DialogProps['action']> }) {
  const { t } = useTranslation()
  useKey(
    'Enter',
    action.label,
    (press) => {
      // A button or a text of many lines keeps its own Enter.
      if (
        press.target instanceof Element &&
        press.target.closest('button, a, textarea, [data-own-enter]')
      )
        return false
      action.run()
      return true
    },
    { scope: 'dialog', enabled: !action.destroys },
  )
  const main = (
    <Button
      {...(action.destroys ? { className: classes.destroys } : { 'data-autofocus': true })}
      loading={action.busy ?? false}
      onClick={action.run}
    >
      {action.label}
    </Button>
  )
  return (
    <div className={classes.buttons} data-destroys={action.destroys ? '' : undefined}>
      {main}
      <Button
        variant="default"
        onClick={onClose}
        {...(action.destroys ? { 'data-autofocus': true } : {})}
      >
        {cancelLabel ?? t('common:cancel')}
      </Button>
    </div>
  )
}
