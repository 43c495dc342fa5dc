import type { ReactNode } from 'react'
import type { DefaultValues, FieldValues } from 'react-hook-form'
import type { z } from 'zod'
import type { ConflictField } from '../display/conflict-view.tsx'
import type { Judge } from './resolver.ts'

/** Which button saved: „Запиши“, „Запиши и следващо“, „Запиши и отпечатай“. */
export type SaveIntent = 'save' | 'next' | 'print'

export interface SaveCall {
  /** Goes into the action's input; the same for a second try with the same values. */
  requestId: string
  intent: SaveIntent
}

export interface FormProps<I extends FieldValues, O, R> {
  /** The domain's schema, or another judge; its messages are codes. */
  schema: z.ZodType<O, I> | Judge<I, O>
  defaults: DefaultValues<I>
  /** Name of the form, for screen readers and for the list of drafts. */
  title: string
  /** Calls the api. What it throws is shown at the fields or on top; nothing typed is lost. */
  onSave: (values: O, call: SaveCall) => Promise<R>
  /** Every open page is being read again; `fresh` comes when that is done. */
  onSaved?: (result: R, intent: SaveIntent, fresh: Promise<void>) => void
  /** `newPerson:<id>`, `person:<id>`: letters, a colon, an id. Without it no draft is kept. */
  draftKey?: string | undefined
  /** Whose it is, for the list of one's own drafts: „94-1287, И. П. Г.“ */
  draftOf?: ((values: I) => string) | undefined
  /** The record before this one: F4 takes a field's value from it. */
  previous?: Partial<I> | undefined
  saveLabel?: string | undefined
  /** Adds „Запиши и следващо“ (Ctrl+Enter): what the next empty form begins with. */
  next?: { label?: string; carry: (saved: I) => DefaultValues<I> } | undefined
  /** Adds „Запиши и отпечатай“ (Ctrl+P). */
  print?: { label?: string } | undefined
  /** Enter on the last field saves (log-in, wizard); otherwise it stops on the button. */
  enterSubmits?: boolean | undefined
  /** Esc: the draft is kept and this is called. */
  onLeave?: (() => void) | undefined
  /** Fields to lay side by side when somebody else saved meanwhile. */
  conflictFields?: readonly ConflictField[] | undefined
  /** Field to which a problem without a path belongs: `{ badPassword: 'password' }`. */
  problemFields?: Readonly<Record<string, string>>
  /** Small forms (log-in) go straight to the wrong field instead of a summary. */
  summary?: boolean | undefined
  /** It only asks (log-in, search, a step of the set-up): nothing is said and nothing read again. */
  reads?: boolean
  /** What is said after a save: „Записано 10:42 ч.“ by default; nothing where another says it. */
  said?: ((result: R) => string) | null | undefined
  /** Puts the focus into the first field that needs a hand; on by default. */
  autoFocus?: boolean
  /** More buttons, after the ones that save. */
  actions?: ReactNode
  /** Two columns on wide screens; `wide` leaves the width to what stands inside (a sheet with a rail). */
  columns?: 1 | 2 | 'wide'
  children: ReactNode
}
