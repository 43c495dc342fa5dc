import { Popover } from '@mantine/core'
import { CircleHelp } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import { KeyHint } from '../display/key-hint.tsx'
import { Layer } from './layer.tsx'
import classes from './layers.module.css'

export interface WhyPopoverProps {
  /** „Защо 84 ч.?“ */
  label: string
  /** Inputs, rule, law. */
  children: ReactNode
  /** Answers Alt+Z; only one on a page does. */
  main?: boolean
}

/** „Защо?“ one key away (Alt+Z): what went in, which rule, which law. Esc closes, focus returns. */
export function WhyPopover({ label, children, main }: WhyPopoverProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const before = useRef<HTMLElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const show = () => {
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    // Beside a button that is scrolled away it would not be seen.
    button.current?.scrollIntoView({ block: 'nearest' })
    setOpen(true)
  }
  const hide = () => {
    setOpen(false)
    ;(before.current?.isConnected ? before.current : button.current)?.focus()
  }
  useKey(
    'Alt+Z',
    t('shell:keys.why'),
    () => {
      if (open) hide()
      else show()
    },
    { enabled: Boolean(main) },
  )
  return (
    <Popover
      opened={open}
      onDismiss={hide}
      trapFocus
      withinPortal
      position="bottom-start"
      width={360}
      shadow="md"
    >
      <Popover.Target>
        <button
          ref={button}
          type="button"
          className={classes.why}
          aria-expanded={open}
          onClick={() => {
            if (open) hide()
            else show()
          }}
        >
          <CircleHelp size={16} aria-hidden /> {label} {main ? <KeyHint chord="Alt+Z" /> : null}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        {/* A layer of its own: Esc closes the answer, not the form beneath it. */}
        <Layer>
          <Closing onClose={hide} />
          <div tabIndex={0} data-autofocus className={classes.whyBody}>
            {children}
          </div>
        </Layer>
      </Popover.Dropdown>
    </Popover>
  )
}

function Closing({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  useKey('Esc', t('common:close'), onClose, { scope: 'dialog' })
  useKey('Alt+Z', t('common:close'), onClose, { scope: 'dialog' })
  return null
}
