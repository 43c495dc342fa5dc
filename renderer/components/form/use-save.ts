import { useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { useAction } from '../steps/use-action.ts'
import type { FormProps, SaveIntent } from './form-props.ts'
import { staleVersion, type Conflict, type Refusal } from './refusal.ts'
import type { useDraft } from './use-draft.ts'
import type { useProblems } from './use-problems.ts'

/** Saving a form by the runner of actions: what was refused is shown at the fields, drafts are kept. */
export function useSave<I extends FieldValues, O, R>(
  props: FormProps<I, O, R>,
  form: UseFormReturn<I, unknown, O>,
  draft: ReturnType<typeof useDraft>,
  problems: Pick<ReturnType<typeof useProblems>, 'show' | 'showFields' | 'hideTop'>,
  /** After „Запиши и следващо“: the same form begins anew. */
  beginAnew: (values: Parameters<typeof form.reset>[0]) => void,
) {
  const { onSave, onSaved, next } = props
  const action = useAction()
  const [canRetry, setCanRetry] = useState<SaveIntent>()
  const [conflict, setConflict] = useState<Conflict>()

  const refused = async (refusal: Refusal, intent: SaveIntent) => {
    if (refusal.kind === 'problems') problems.show(refusal.problems)
    else if (refusal.kind === 'conflict') {
      if (props.conflictFields) setConflict(refusal.conflict)
      else problems.show([staleVersion(refusal.conflict)])
    } else if (refusal.kind === 'locked') await draft.hold()
    else {
      setCanRetry(intent)
      problems.show([refusal.problem])
      void draft.hold()
    }
  }

  const send = async (values: O, intent: SaveIntent) => {
    problems.hideTop()
    setCanRetry(undefined)
    await action.run(
      intent,
      values,
      async () => {
        // The draft knows the id: the same values are the same click even after a lock.
        const requestId = await draft.requestIdOf(JSON.stringify(values))
        const result = await onSave(values, { requestId, intent })
        await draft.discard()
        return result
      },
      {
        said: props.said,
        reads: props.reads,
        then: (result, fresh) => {
          if (intent === 'next' && next) beginAnew(next.carry(form.getValues()))
          onSaved?.(result, intent, fresh)
        },
        refused: (refusal) => refused(refusal, intent),
      },
    )
  }

  return {
    /** Which button is at work. */
    busy: action.running as SaveIntent | undefined,
    canRetry,
    conflict,
    settle: () => {
      setConflict(undefined)
    },
    submit: (intent: SaveIntent) => {
      // One save at a time: a double click is one click.
      if (action.busy) return
      void form.handleSubmit((values) => send(values, intent), problems.showFields)()
    },
  }
}
