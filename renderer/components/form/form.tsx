import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { FormProvider, useForm, type FieldValues, type Path, type PathValue } from 'react-hook-form'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { takeRememberedField } from '#renderer/shell/session.tsx'
import { pageTitle } from '#renderer/shell/page-title.ts'
import { say } from '#renderer/shell/toasts.ts'
import { ConflictView } from '../display/conflict-view.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { fieldNamed, focusField } from './dom.ts'
import { FormToolsContext, type FormTools } from './form-context.ts'
import { FormActions } from './form-actions.tsx'
import type { FormProps } from './form-props.ts'
import { domainResolver } from './resolver.ts'
import { useDraft } from './use-draft.ts'
import { useExpressWay } from './use-express-way.ts'
import { useFormKeys } from './use-form-keys.ts'
import { useProblems } from './use-problems.ts'
import { useSave } from './use-save.ts'
import classes from './form.module.css'

/**
 * A form judged by its domain schema: error summary with links, draft after every change, express
 * way by Enter, Ctrl+S, Ctrl+Enter, F4, conflict with a colleague's save.
 */
export function Form<I extends FieldValues, O, R>(props: FormProps<I, O, R>) {
  const { schema, title, draftKey, previous, next, print, onLeave, autoFocus } = props
  const { t } = useTranslation()
  const id = useId()
  const element = useRef<HTMLFormElement>(null)
  const unread = useRef(new Map<string, Problem>())
  const typed = useRef<Record<string, string>>({})
  const [generation, setGeneration] = useState(0)

  const resolver = useMemo(() => domainResolver<I, O>(schema, unread.current), [schema])
  const form = useForm<I, unknown, O>({
    defaultValues: props.defaults,
    resolver,
    mode: 'onSubmit',
    reValidateMode: 'onChange',
    shouldFocusError: false,
  })
  const draft = useDraft(form as never, draftKey, typed, (values: I) => {
    const of = props.draftOf?.(values) || pageTitle()
    return of === '' || of.includes(title) ? of || title : `${title}: ${of}`
  })
  const { ready } = draft
  const problems = useProblems(element, form, {
    fields: props.problemFields,
    summary: props.summary !== false,
  })
  const isUnread = useCallback((name: string) => unread.current.has(name), [])
  const { advance, focusFirst, onKeyDown } = useExpressWay(
    element,
    form,
    isUnread,
    props.enterSubmits,
  )
  const { labels } = problems

  const tools = useMemo<FormTools>(
    () => ({
      id,
      setUnread(name, problem, text) {
        if (problem) unread.current.set(name, problem)
        else unread.current.delete(name)
        const { [name]: _old, ...others } = typed.current
        typed.current = problem && text ? { ...others, [name]: text } : others
      },
      typedBefore: (name) => typed.current[name],
      previous: (name) => (previous as Record<string, unknown> | undefined)?.[name],
      setLabel(name, label) {
        labels.current.set(name, label)
      },
      advance,
    }),
    [id, previous, labels, advance],
  )

  const { busy, canRetry, conflict, settle, submit } = useSave(
    props,
    form,
    draft,
    problems,
    (values) => {
      form.reset(values)
      draft.restart()
      unread.current.clear()
      typed.current = {}
      setGeneration((now) => now + 1)
      problems.forget()
      requestAnimationFrame(focusFirst)
    },
  )

  useEffect(() => {
    if (!ready) return
    // The lock screen's own form must not use up the place of the form beneath it.
    const remembered = draftKey ? takeRememberedField() : undefined
    const host = element.current
    const back = remembered && host ? fieldNamed(host, remembered) : undefined
    if (back) focusField(back)
    else if (autoFocus !== false) focusFirst()
  }, [ready, focusFirst, autoFocus, draftKey])

  useFormKeys({
    saveLabel: props.saveLabel,
    next,
    print,
    submit,
    leave: onLeave
      ? () => {
          void draft.write().then(() => {
            if (form.formState.isDirty && draftKey)
              say(t('shell:draftKept'), {
                undo: () => {
                  history.forward()
                },
              })
            onLeave()
          })
        }
      : undefined,
  })

  return (
    <FormProvider {...(form as unknown as ReturnType<typeof useForm>)}>
      <FormToolsContext value={tools}>
        {conflict && props.conflictFields ? (
          <ConflictView
            fields={props.conflictFields}
            conflict={conflict}
            ours={form.getValues()}
            onCancel={settle}
            onChoose={(chosen, version) => {
              for (const [name, value] of Object.entries(chosen))
                form.setValue(name as Path<I>, value as PathValue<I, Path<I>>, {
                  shouldDirty: true,
                })
              form.setValue('version' as Path<I>, version as PathValue<I, Path<I>>)
              settle()
              submit('save')
            }}
          />
        ) : null}
        <form
          ref={element}
          className={classes.form}
          data-columns={props.columns ?? 1}
          aria-label={title}
          aria-busy={busy !== undefined}
          hidden={conflict !== undefined}
          noValidate
          onKeyDown={onKeyDown}
          onSubmit={(event) => {
            event.preventDefault()
            event.stopPropagation()
            submit('save')
          }}
        >
          <ErrorSummary
            lines={problems.lines}
            round={problems.round}
            onGo={(name) => {
              const field = element.current ? fieldNamed(element.current, name) : undefined
              if (field) focusField(field)
            }}
            onRetry={
              canRetry
                ? () => {
                    submit(canRetry)
                  }
                : undefined
            }
          />
          <div key={generation} className={classes.body}>
            {ready ? props.children : null}
          </div>
          <FormActions
            busy={busy}
            savedAt={draft.savedAt}
            saveLabel={props.saveLabel}
            next={next}
            print={print}
            submit={submit}
            enterSubmits={props.enterSubmits === true}
            extra={props.actions}
          />
        </form>
      </FormToolsContext>
    </FormProvider>
  )
}
