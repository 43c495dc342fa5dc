import type { ComponentProps } from 'react'
import classes from './form-button.module.css'

/**
 * A button of a form, looking like every other one: the log-in is made of forms alone, and would
 * wait for the whole library of parts otherwise.
 */
export function FormButton({
  quiet = false,
  busy = false,
  children,
  ...rest
}: ComponentProps<'button'> & { quiet?: boolean; busy?: boolean }) {
  return (
    <button
      type="button"
      {...rest}
      className={classes.button}
      data-quiet={quiet ? '' : undefined}
      data-busy={busy ? '' : undefined}
      disabled={busy}
    >
      <span className={classes.label}>{children}</span>
    </button>
  )
}
