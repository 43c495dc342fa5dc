import { createContext, use } from 'react'
import type { Problem } from '#domain/problems/schema.ts'

/** What the fields of one form share. */
export interface FormTools {
  /** What a field could not read from its typed text; undefined when it reads again. */
  setUnread(name: string, problem: Problem | undefined, typed?: string): void
  /** Text that could not be read when the draft was kept: it comes back as it was. */
  typedBefore(name: string): string | undefined
  /** Value of the same field in the record before this one (F4). */
  previous(name: string): unknown
  /** Label of a field for the summary. */
  setLabel(name: string, label: string): void
  /** Goes on to the next field that needs a hand, as Enter does. */
  advance(from: Element): void
  id: string
}

/** Collects which fields stand in a section, so that its head can count what is wrong there. */
export const SectionContext = createContext<((name: string) => () => void) | undefined>(undefined)

export const FormToolsContext = createContext<FormTools | undefined>(undefined)

export function useFormTools(): FormTools {
  const tools = use(FormToolsContext)
  if (!tools) throw new Error('This field stands outside a Form')
  return tools
}
