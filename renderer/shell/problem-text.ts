import { useCallback } from 'react'
import { useTranslation } from './use-translation.ts'
import { inBytes } from '#domain/backup/sentence.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { formatDate, formatHoursText } from '#domain/text/format.ts'
import { openText } from './open-text.ts'

/** Codes of any field: their sentence names it, so that lines of a summary tell each other apart. */
const general = new Set(['required', 'notAccepted', 'tooLong'])

const civil = /^\d{4}-\d{2}-\d{2}$/

/** Fills of a sentence in words: civil dates and whole minutes are told by the end of their name. */
function inWords(params: Problem['params']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => {
      if (/date$/i.test(name) && typeof value === 'string' && civil.test(value))
        return [name, formatDate(value)]
      if (/minutes$/i.test(name) && typeof value === 'number') return [name, formatHoursText(value)]
      return [name, value]
    }),
  )
}

/**
 * The sentence of a problem, from `problems.json` or the shell's own `errors.json`. A sentence may
 * name its field with `{{label}}`.
 */
export function problemText(problem: Problem, label?: string): string {
  const { code, params: given } = inBytes(problem)
  const params = { ...inWords(given), label: label ?? '' }
  // „required“ without a label („Попълнете „“.“) would be odd: it has a sentence of its own.
  const keys = label
    ? general.has(code)
      ? [`errors:${code}`]
      : [`problems:${code}`, `errors:${code}`]
    : [`errors:${code}Top`, `problems:${code}`, `errors:${code}`]
  const text = openText(keys, 'errors:notAccepted', params)
  // A fill that ends in an abbreviation („18 мин.“) before a full stop would double it.
  return text.replace(/\.\.(?!\.)/g, '.')
}

/** The same, drawn again when the language changes. */
export function useProblemText() {
  useTranslation()
  return useCallback((problem: Problem, label?: string) => problemText(problem, label), [])
}
