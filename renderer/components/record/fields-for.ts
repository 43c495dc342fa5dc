import type { ComponentType } from 'react'
import type { FieldValues, Path, PathValue } from 'react-hook-form'
import type { FieldProps } from '../fields/use-field.ts'

/** How one kind of value is asked for and read; what it needs to know is said beside it. */
export type TextKind =
  | { kind: 'text'; max: number; inputMode?: 'tel' | 'email'; tidy?: (typed: string) => string }
  | { kind: 'area'; max?: number; rows?: number; phrases?: readonly string[] }
  | { kind: 'date'; birth?: true; lifetime?: true }
  | { kind: 'phone' }
  | { kind: 'yesNo'; withoutUnknown?: true }
export interface ChoiceKind<T = unknown> {
  kind: 'choice'
  options: readonly T[]
  /** Where the words of the options stand: `applications:livesWith` by default, after the field. */
  words?: string
  /** Shown all at once, beside each other or one under the other; a list to open by default. */
  as?: 'radio' | 'stacked'
}
export type FigureKind =
  | { kind: 'number'; min?: number; max?: number; decimals?: number }
  | { kind: 'hours' }
  | { kind: 'money' }
export interface TickKind {
  kind: 'tick'
}
/** A value with a box and words of its own: an address, a month or a day. */
export interface OwnKind<T = unknown> {
  kind: 'own'
  box: ComponentType<FieldProps>
  show: (value: T) => string
}

/** What every field of a table says of itself. */
export interface Said {
  /** `applications:field.livesWith` by default, after the concept and the name. */
  label?: string
  /** Stands between label and box: `hint.livesWith` of the concept, or another text. */
  hint?: true | string
  optional?: true | 'quiet'
  passBy?: true
  width?: 'short' | 'middle' | 'long'
  /** Stands in one line with the field before it. */
  beside?: true
  /** A box of its own; the value still reads as its kind does. */
  box?: ComponentType<FieldProps>
}

type KindFor<T> =
  | OwnKind<T>
  | ([T] extends [string] ? TextKind | ChoiceKind<T> : never)
  | ([T] extends [number] ? FigureKind : never)
  | ([T] extends [boolean] ? TickKind : never)

/** One field of the values `V`: a name that they do not have does not compile. */
export type FieldRow<V extends FieldValues> = {
  [N in Path<V>]: { name: N; when?: (values: V) => boolean } & Said &
    KindFor<NonNullable<PathValue<V, N>>>
}[Path<V>]

/** A field as the parts that draw it know it. */
export type AnyField = {
  name: string
  when?: (values: never) => boolean
} & Said &
  (TextKind | ChoiceKind | FigureKind | TickKind | OwnKind<never>)

/** Fields of one concept, in their order. `N` are their names. */
export interface Fields<N extends string = string> {
  concept: string
  rows: readonly (AnyField & { name: N })[]
}

/** All fields of a form, and its parts as on the paper. */
export interface FieldTable<
  N extends string = string,
  S extends string = string,
> extends Fields<N> {
  sections: Readonly<Record<S, Fields<N>>>
}

/**
 * The fields of a record, said once: from this table come the rows of its form, of its facts and of
 * what two have saved at the same time. Texts stand in `field`, `hint` and `section` of the concept.
 */
export function fieldsFor<V extends FieldValues>() {
  return {
    /** A few fields: what a step asks for. */
    few: <const R extends readonly FieldRow<V>[]>(concept: string, rows: R) =>
      ({ concept, rows }) as unknown as Fields<R[number]['name']>,
    /** A form with its sections. */
    table: <const T extends Readonly<Record<string, readonly FieldRow<V>[]>>>(
      concept: string,
      sections: T,
    ) => {
      type N = T[keyof T][number]['name']
      return {
        concept,
        rows: Object.values(sections).flat(),
        sections: Object.fromEntries(
          Object.entries(sections).map(([name, rows]) => [name, { concept, rows }]),
        ),
      } as unknown as FieldTable<N, keyof T & string>
    },
  }
}
