import type { ReactNode } from 'react'
import { Dialog } from '../layers/dialog.tsx'
import { ProblemLines } from './problem-lines.tsx'
import { useAction, type ActionCall, type RunOptions } from './use-action.ts'

export interface ConfirmDialogProps<D, R> {
  /** A question with its object: „Да се премахне ли проектът?“ */
  title: string
  /** What goes, and what stays. */
  lead: ReactNode
  /** A verb: „Премахни проекта“. */
  label: string
  /** The way out, a verb: „Остави го“. */
  keepLabel: string
  data: D
  call: (asked: ActionCall<D>) => Promise<R>
  said?: RunOptions<R>['said']
  /** After it is gone; the dialog is closed. */
  done?: (answer: R) => void
  onClose: () => void
}

/** Takes something away after one question; a refusal is said inside it. */
export function ConfirmDialog<D, R>(props: ConfirmDialogProps<D, R>) {
  const action = useAction()
  const confirm = () =>
    void action.run('confirm', props.data, props.call, {
      said: props.said,
      then: (answer) => {
        props.onClose()
        props.done?.(answer)
      },
    })
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      cancelLabel={props.keepLabel}
      action={{ label: props.label, destroys: true, busy: action.busy, run: confirm }}
    >
      {props.lead}
      <ProblemLines problems={action.problems} />
    </Dialog>
  )
}
