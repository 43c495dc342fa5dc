import { useEffect, useRef, useState, type RefObject } from 'react'
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import type { Problem } from '#domain/problems/schema.ts'
import { useTitleFaults } from '#renderer/shell/page-title.ts'
import { fieldNamed, fieldsOf, focusField } from './dom.ts'
import type { SummaryLine } from './error-summary.tsx'
import { codedError, flatten } from './resolver.ts'

/** What is wrong with a form: at the fields, on top, and how often it was said. */
export function useProblems<I extends FieldValues, O>(
  element: RefObject<HTMLFormElement | null>,
  form: UseFormReturn<I, unknown, O>,
  options: {
    /** Field to which a problem without a path belongs. */
    fields: Readonly<Record<string, string>> | undefined
    /** Without a summary the focus goes straight to the first wrong field. */
    summary: boolean
  },
) {
  const labels = useRef(new Map<string, string>())
  const [onTop, setOnTop] = useState<readonly Problem[]>([])
  const [round, setRound] = useState(0)
  const { errors } = form.formState

  const all = round === 0 ? [] : linesOf(element.current, errors, labels.current, onTop)
  const lines = options.summary ? all : all.filter(({ name }) => name === undefined)
  const firstWrong = !options.summary && lines.length === 0 ? all[0]?.name : undefined
  useEffect(() => {
    const host = element.current
    const field = firstWrong && host ? fieldNamed(host, firstWrong) : undefined
    if (field) focusField(field)
  }, [element, firstWrong, round])
  useTitleFaults(lines.length)

  return {
    labels,
    lines,
    round,
    /** What the office said: each problem at its field, the others on top. */
    show(problems: readonly Problem[]) {
      const host = element.current
      const top: Problem[] = []
      for (const problem of problems) {
        const name = problem.path?.join('.') ?? options.fields?.[problem.code] ?? ''
        if (name && host && fieldNamed(host, name))
          form.setError(name as Path<I>, codedError(problem))
        else top.push(problem)
      }
      setOnTop(top)
      setRound((now) => now + 1)
    },
    /** The fields were judged before anything was sent. */
    showFields() {
      setOnTop([])
      setRound((now) => now + 1)
    },
    hideTop() {
      setOnTop([])
    },
    /** As before the first save. */
    forget() {
      setRound(0)
    },
  }
}

/** What stands in the summary, in the order of the fields on the page. */
function linesOf(
  host: HTMLElement | null,
  errors: unknown,
  labels: ReadonlyMap<string, string>,
  onTop: readonly Problem[],
): SummaryLine[] {
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
  return [...onTop.map((problem) => ({ name: undefined, problem, label: undefined })), ...own]
}
