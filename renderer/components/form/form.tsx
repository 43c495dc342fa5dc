import {
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import {
  FormProvider,
  useForm,
  type DefaultValues,
  type FieldValues,
  type Path,
  type PathValue,
} from 'react-hook-form'
import type { z } from 'zod'
import type { Problem } from '#domain/problems/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useTitleFaults } from '#renderer/shell/page-title.ts'
import { takeRememberedField, useSession } from '#renderer/shell/session.tsx'
import { say } from '#renderer/shell/toasts.ts'
import { clockTime } from '#renderer/shell/clock-time.ts'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import { ConflictView, type ConflictField } from '../display/conflict-view.tsx'
import { ErrorSummary, type SummaryLine } from './error-summary.tsx'
import { isFilled, nextStop } from './express-way.ts'
import { fieldNamed, fieldsOf, focusField } from './dom.ts'
import { FormToolsContext, type FormTools } from './form-context.ts'
import { FormActions, type SaveIntent } from './form-actions.tsx'
import { refusalOf, type Conflict } from './refusal.ts'
import { codedError, domainResolver, flatten, type Judge } from './resolver.ts'
import { useDraft } from './use-draft.ts'
import classes from './form.module.css'

export interface SaveCall {
  /** Goes into the action's input; the same for a second try with the same values. */
  requestId: string
  intent: SaveIntent
}

export interface FormProps<I extends FieldValues, O, R> {
  /** The domain's schema, or another judge; its messages are codes. */
  schema: z.ZodType<O, I> | Judge<I, O>
  defaults: DefaultValues<I>
  /** Name of the form, for screen readers and for the list of drafts. No personal data. */
  title: string
  /** Calls the api. What it throws is shown at the fields or on top; nothing typed is lost. */
  onSave: (values: O, call: SaveCall) => Promise<R>
  onSaved?: (result: R, intent: SaveIntent) => void
  /** `applications:new`, `people:<id>`: letters, a colon, an id. Without it no draft is kept. */
  draftKey?: string | undefined
  /** The record before this one: F4 takes a field's value from it. */
  previous?: Partial<I> | undefined
  saveLabel?: string
  /** Adds „Запиши и следващо“ (Ctrl+Enter): what the next empty form begins with. */
  next?: { label?: string; carry: (saved: I) => DefaultValues<I> } | undefined
  /** Adds „Запиши и отпечатай“ (Ctrl+P). */
  print?: { label?: string } | undefined
  /** Enter on the last field saves (log-in, wizard); otherwise it stops on the button. */
  enterSubmits?: boolean
  /** Esc: the draft is kept and this is called. */
  onLeave?: (() => void) | undefined
  /** Fields to lay side by side when somebody else saved meanwhile. */
  conflictFields?: readonly ConflictField[] | undefined
  /** Field to which a problem without a path belongs: `{ badPassword: 'password' }`. */
  problemFields?: Readonly<Record<string, string>>
  /** Small forms (log-in) go straight to the wrong field instead of a summary. */
  summary?: boolean
  /** Says „Записано 10:42 ч.“ after a save; on by default. */
  announce?: boolean
  /** Puts the focus into the first field that needs a hand; on by default. */
  autoFocus?: boolean
  /** More buttons, after the ones that save. */
  actions?: ReactNode
  /** Two columns on wide screens; `wide` leaves the width to what stands inside (a sheet with a rail). */
  columns?: 1 | 2 | 'wide'
  children: ReactNode
}

/**
 * A form judged by its domain schema: error summary with links, draft after every change, express
 * way by Enter, Ctrl+S, Ctrl+Enter, F4, conflict with a colleague's save.
 */
export function Form<I extends FieldValues, O, R>(props: FormProps<I, O, R>) {
  const { schema, defaults, title, onSave, onSaved, draftKey, previous, next, print, onLeave } =
    props
  const { t } = useTranslation()
  const session = useSession()
  const id = useId()
  const element = useRef<HTMLFormElement>(null)
  const unread = useRef(new Map<string, Problem>())
  const typed = useRef<Record<string, string>>({})
  const labels = useRef(new Map<string, string>())
  const [busy, setBusy] = useState<SaveIntent>()
  const [topProblems, setTopProblems] = useState<Problem[]>([])
  const [canRetry, setCanRetry] = useState<SaveIntent>()
  const [conflict, setConflict] = useState<Conflict>()
  const [summaryRound, setSummaryRound] = useState(0)
  const [generation, setGeneration] = useState(0)

  const resolver = useMemo(() => domainResolver<I, O>(schema, unread.current), [schema])
  const form = useForm<I, unknown, O>({
    defaultValues: defaults,
    resolver,
    mode: 'onSubmit',
    reValidateMode: 'onChange',
    shouldFocusError: false,
  })
  const { savedAt, ready, write, hold, discard, restart, requestIdOf } = useDraft(
    form as never,
    draftKey,
    title,
    typed,
  )
  const errors = form.formState.errors

  const allLines = useSummaryLines(element, errors, labels.current, topProblems, summaryRound)
  const lines =
    props.summary === false ? allLines.filter(({ name }) => name === undefined) : allLines
  const firstWrong = props.summary === false && lines.length === 0 ? allLines[0]?.name : undefined
  useEffect(() => {
    const host = element.current
    const field = firstWrong && host ? fieldNamed(host, firstWrong) : undefined
    if (field) focusField(field)
  }, [firstWrong, summaryRound])
  useTitleFaults(lines.length)

  const advance = useCallback(
    (from: Element) => {
      const host = element.current
      if (!host) return
      const fields = fieldsOf(host)
      const at = fields.findIndex((field) => field.contains(from))
      const stops = fields.map((field) => {
        const name = field.dataset['field'] ?? ''
        return {
          name,
          filled: isFilled(form.getValues(name as Path<I>)) || field.dataset['filled'] === 'true',
          wrong: form.getFieldState(name as Path<I>).invalid || unread.current.has(name),
          passBy: field.dataset['passBy'] === 'true',
        }
      })
      const to = nextStop(stops, at)
      const field = to === undefined ? undefined : fields[to]
      if (field) focusField(field)
      else if (props.enterSubmits) host.requestSubmit()
      else host.querySelector<HTMLElement>('[data-main-submit]')?.focus()
    },
    [form, props.enterSubmits],
  )

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
    [id, previous, advance],
  )

  const showProblems = (problems: readonly Problem[]) => {
    const host = element.current
    const top: Problem[] = []
    for (const problem of problems) {
      const name = problem.path?.join('.') ?? props.problemFields?.[problem.code] ?? ''
      if (name && host && fieldNamed(host, name))
        form.setError(name as Path<I>, codedError(problem))
      else top.push(problem)
    }
    setTopProblems(top)
    setSummaryRound((round) => round + 1)
  }

  const send = async (values: O, intent: SaveIntent) => {
    setTopProblems([])
    setCanRetry(undefined)
    setBusy(intent)
    try {
      const requestId = await requestIdOf(JSON.stringify(values))
      const result = await onSave(values, { requestId, intent })
      await discard()
      if (props.announce !== false)
        say(t('shell:saved', { time: clockTime(new Date()) }), { tone: 'ok' })
      if (intent === 'next' && next) {
        form.reset(next.carry(form.getValues()))
        restart()
        unread.current.clear()
        typed.current = {}
        setGeneration((now) => now + 1)
        setSummaryRound(0)
        requestAnimationFrame(focusFirst)
      }
      onSaved?.(result, intent)
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal.kind === 'problems') showProblems(refusal.problems)
      else if (refusal.kind === 'conflict') {
        if (props.conflictFields) setConflict(refusal.conflict)
        else showProblems([{ code: 'staleVersion', params: conflictParams(refusal.conflict) }])
      } else if (refusal.kind === 'locked') {
        await hold()
        await session.refresh()
      } else {
        setCanRetry(intent)
        showProblems([refusal.problem])
        void hold()
      }
    } finally {
      setBusy(undefined)
    }
  }

  const submit = (intent: SaveIntent) => {
    // One save at a time: a double click is one click.
    if (busy) return
    void form.handleSubmit(
      (values) => send(values, intent),
      () => {
        setTopProblems([])
        setSummaryRound((round) => round + 1)
      },
    )()
  }

  const focusFirst = useCallback(() => {
    const host = element.current
    if (!host) return
    const fields = fieldsOf(host)
    const first =
      fields.find(
        (field) =>
          field.dataset['passBy'] !== 'true' &&
          !isFilled(form.getValues((field.dataset['field'] ?? '') as Path<I>)),
      ) ?? fields[0]
    if (first) focusField(first)
  }, [form])

  useEffect(() => {
    if (!ready) return
    // The lock screen's own form must not use up the place of the form beneath it.
    const remembered = draftKey ? takeRememberedField() : undefined
    const host = element.current
    const back = remembered && host ? fieldNamed(host, remembered) : undefined
    if (back) focusField(back)
    else if (props.autoFocus !== false) focusFirst()
  }, [ready, focusFirst, props.autoFocus, draftKey])

  useKey(
    'Ctrl+S',
    props.saveLabel ?? t('shell:keys.save'),
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
      void write().then(() => {
        if (form.formState.isDirty && draftKey)
          say(t('shell:draftKept'), {
            undo: () => {
              history.forward()
            },
          })
        onLeave?.()
      })
      return true
    },
    { scope: 'form', enabled: Boolean(onLeave) },
  )

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (
      event.key !== 'Enter' ||
      event.defaultPrevented ||
      event.ctrlKey ||
      event.altKey ||
      event.metaKey
    )
      return
    const target = event.target as HTMLElement
    if (target.closest('textarea, button, a, [data-own-enter]')) return
    const field = target.closest<HTMLElement>('[data-field]')
    if (!field) return
    event.preventDefault()
    if (!event.shiftKey) {
      advance(field)
      return
    }
    const fields = fieldsOf(event.currentTarget)
    const before = fields[fields.indexOf(field) - 1]
    if (before) focusField(before)
  }

  return (
    <FormProvider {...(form as unknown as ReturnType<typeof useForm>)}>
      <FormToolsContext value={tools}>
        {conflict && props.conflictFields ? (
          <ConflictView
            fields={props.conflictFields}
            conflict={conflict}
            ours={form.getValues()}
            onCancel={() => {
              setConflict(undefined)
            }}
            onChoose={(chosen, version) => {
              for (const [name, value] of Object.entries(chosen))
                form.setValue(name as Path<I>, value as PathValue<I, Path<I>>, {
                  shouldDirty: true,
                })
              form.setValue('version' as Path<I>, version as PathValue<I, Path<I>>)
              setConflict(undefined)
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
            lines={lines}
            round={summaryRound}
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
            savedAt={savedAt}
            saveLabel={props.saveLabel}
            next={
              next
                ? {
                    label: next.label,
                    onClick: () => {
                      submit('next')
                    },
                  }
                : undefined
            }
            print={
              print
                ? {
                    label: print.label,
                    onClick: () => {
                      submit('print')
                    },
                  }
                : undefined
            }
            enterSubmits={props.enterSubmits === true}
            extra={props.actions}
          />
        </form>
      </FormToolsContext>
    </FormProvider>
  )
}

function conflictParams(conflict: Conflict): Record<string, string> {
  return { changedBy: conflict.changedBy, time: clockTime(new Date(conflict.changedAt)) }
}

/** What stands in the summary, in the order of the fields on the page. */
function useSummaryLines(
  element: React.RefObject<HTMLFormElement | null>,
  errors: unknown,
  labels: ReadonlyMap<string, string>,
  topProblems: readonly Problem[],
  round: number,
): SummaryLine[] {
  if (round === 0) return []
  const host = element.current
  const order = host ? fieldsOf(host).map((field) => field.dataset['field'] ?? '') : []
  const place = (name: string) => {
    const at = order.findIndex((own) => own === name || name.startsWith(`${own}.`))
    return at === -1 ? order.length : at
  }
  const own = flatten(errors)
    .toSorted((a, b) => place(a.name) - place(b.name))
    .map(({ name, problem }) => ({
      name: place(name) < order.length ? name : undefined,
      problem,
      label: labels.get(name),
    }))
  return [...topProblems.map((problem) => ({ name: undefined, problem, label: undefined })), ...own]
}
