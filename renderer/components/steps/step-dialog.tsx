import type { FieldValues } from 'react-hook-form'
import { focusField } from '../form/dom.ts'
import { Dialog } from '../layers/dialog.tsx'
import { StepForm, type Step } from './step-form.tsx'

export type StepDialogProps<N extends string, I extends FieldValues, O, R> = Step<N, I, O, R> & {
  onClose: () => void
  wide?: boolean
}

/** A step that asks for one to three things, over the record that it changes. */
export function StepDialog<N extends string, I extends FieldValues, O, R>(
  props: StepDialogProps<N, I, O, R>,
) {
  const { onClose } = props
  return (
    <Dialog title={props.title} onClose={onClose} wide={props.wide === true}>
      <div
        // The dialog gives the focus here; the keys belong into the first field that needs a hand.
        data-autofocus
        tabIndex={-1}
        onFocus={(event) => {
          if (event.target !== event.currentTarget) return
          const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-field]')]
          const first = fields.find((own) => !hasValue(own)) ?? fields[0]
          if (first) focusField(first)
        }}
      >
        <StepForm summary={false} {...props} onDone={onClose} />
      </div>
    </Dialog>
  )
}

const hasValue = (field: HTMLElement) =>
  'value' in field ? field.value !== '' : field.querySelector(':checked') !== null
