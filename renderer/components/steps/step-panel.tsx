import type { FieldValues } from 'react-hook-form'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { StepForm, type Step } from './step-form.tsx'
import classes from './steps.module.css'

/** A step that is taken beside what it is about, with the paper in view. */
export function StepPanel<N extends string, I extends FieldValues, O, R>(
  props: Step<N, I, O, R> & {
    onClose: () => void
    /** Of a step that takes something away. */
    warns?: boolean
    /** The way out, a verb; „Отказ“ by default. */
    cancelLabel?: string
  },
) {
  const { title, onClose } = props
  const { t } = useTranslation()
  return (
    <section
      className={classes.panel}
      data-tone={props.warns ? 'warn' : undefined}
      aria-label={title}
    >
      <h2>{title}</h2>
      <StepForm
        {...props}
        onDone={() => undefined}
        actions={
          <button type="button" className="o-link-button" onClick={onClose}>
            {props.cancelLabel ?? t('common:cancel')}
          </button>
        }
      />
    </section>
  )
}
