import { Eye, EyeOff } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { FieldFrame } from './field-frame.tsx'
import { useField, type FieldProps } from './use-field.ts'
import classes from './fields.module.css'

export interface PasswordFieldProps extends FieldProps {
  /** `current` for log-in, `new` for a password being chosen. */
  purpose: 'current' | 'new'
  /** Strength in words, when a new one is chosen. */
  judge?: (typed: string) => string | undefined
}

/** Layout of the keyboard as far as the typed letters tell it. */
function layoutOf(key: string): 'bg' | 'en' | undefined {
  if (/^\p{Script=Cyrillic}$/u.test(key)) return 'bg'
  return /^[A-Za-z]$/.test(key) ? 'en' : undefined
}

/** Password: pasting allowed, „Покажи“, Caps Lock and keyboard language said beside the box. */
export function PasswordField(props: PasswordFieldProps) {
  const { t } = useTranslation()
  const field = useField(props)
  const [visible, setVisible] = useState(false)
  const [caps, setCaps] = useState(false)
  const [layout, setLayout] = useState<'bg' | 'en'>()
  const value = typeof field.value === 'string' ? field.value : ''
  const watch = (event: KeyboardEvent) => {
    setCaps(event.getModifierState('CapsLock'))
    const seen = layoutOf(event.key)
    if (seen) setLayout(seen)
  }
  const keyboard = [
    layout ? t(layout === 'bg' ? 'shell:layout.bg' : 'shell:layout.en') : undefined,
    caps ? t('shell:capsLock') : undefined,
  ]
  const note = [...keyboard, props.judge?.(value)].filter(Boolean).join(' ')
  const afterError = keyboard.filter(Boolean).join(' ')
  const Icon = visible ? EyeOff : Eye
  return (
    <FieldFrame field={field} props={props} note={note} afterError={afterError}>
      <div className={classes.withButton}>
        <input
          {...field.control}
          ref={field.ref}
          className={classes.control}
          type={visible ? 'text' : 'password'}
          autoComplete={props.purpose === 'new' ? 'new-password' : 'current-password'}
          spellCheck={false}
          autoCapitalize="off"
          value={value}
          onChange={(event) => {
            field.change(event.currentTarget.value)
          }}
          onBlur={field.onBlur}
          onKeyDown={(event) => {
            watch(event)
            field.onKeyDown(event)
          }}
          onKeyUp={watch}
        />
        <button
          type="button"
          className={classes.insideButton}
          aria-pressed={visible}
          aria-label={t('shell:showPassword')}
          onClick={() => {
            setVisible((now) => !now)
          }}
        >
          <Icon size={18} aria-hidden />
        </button>
      </div>
    </FieldFrame>
  )
}
