import type { ComponentType } from 'react'
import type { FieldValues, Path, PathValue } from 'react-hook-form'
import type { TextKey } from '#locales/keys.ts'
import type { FieldProps } from '../fields/use-field.ts'

/** How one kind of value is asked for and read; what it needs to know is said beside it. */
type TextKind =
  | { kind: 'text'; max: number; inputMode?: 'tel' | 'email'; tidy?: (typed: string) => string }
  | { kind: 'area'; max?: number; rows?: number; phrases?: readonly string[] }
  | { kind: 'date'; birth?: true; lifetime?: true }
  | { kind: 'phone' }
  | { kind: 'yesNo'; withoutUnknown?: true }
type FigureKind =
  | { kind: 'number'; min?: number; max?: number; decimals?: number }
  | { kind: 'hours' }
  | { kind: 'money' }
interface TickKind {
  kind: 'tick'
}
interface ChoiceKind<T> {
  kind: 'choice'
  options: readonly T[]
  /** Shown all at once, beside each other or one under the other; a list to open by default. */
  as?: 'radio' | 'stacked'
}
/** A value with a box and words of its own: an address, a month or a day. */
interface OwnKind<T> {
  kind: 'own'
  box: ComponentType<FieldProps>
  show: (value: T) => string
}

/** What every field of a table says of itself. */
interface Said {
  /** Right without which it is neither asked nor told: health is read by few. */
  may?: string
  optional?: true | 'quiet'
  passBy?: true
  width?: 'short' | 'middle' | 'long'
  /** Stands in one line with the field before it. */
  beside?: true
  /** A box of its own; the value still reads as its kind does. */
  box?: ComponentType<FieldProps>
}

/** `field.name` of the concept, which is named only where the text stands elsewhere. */
type Label<C extends string, N extends string> = `${C}:field.${N}` extends TextKey
  ? { label?: TextKey }
  : { label: TextKey }

/** Stands between label and box: `hint.name` of the concept, or another text. */
interface Hint<C extends string, N extends string> {
  hint?: TextKey | (`${C}:hint.${N}` extends TextKey ? true : never)
}

type Last<N extends string> = N extends `${string}.${infer Rest}` ? Last<Rest> : N
type BranchOf<K extends TextKey, T extends string> = K extends `${infer B}.${T}` ? B : never
/** Where the words of the options stand: after the field, `applications:livesWith`, or named. */
type Words<C extends string, N extends string, T> = [T] extends [string]
  ? `${C}:${Last<N>}.${T}` extends TextKey
    ? { words?: BranchOf<TextKey, T> }
    : { words: BranchOf<TextKey, T> }
  : never

type KindFor<C extends string, N extends string, T> =
  | OwnKind<T>
  | ([T] extends [string] ? TextKind | (ChoiceKind<T> & Words<C, N, T>) : never)
  | ([T] extends [number] ? FigureKind : never)
  | ([T] extends [boolean] ? TickKind : never)

/** One field of the values `V`: a name that they do not have, or that has no text, does not compile. */
export type FieldRow<V extends FieldValues, C extends string> = {
  [N in Path<V>]: { name: N; when?: (values: V) => boolean } & Said &
    Label<C, N> &
    Hint<C, N> &
    KindFor<C, N, NonNullable<PathValue<V, N>>>
}[Path<V>]

/** A field as the parts that draw it know it; its texts were checked where its table is written. */
export type AnyField = {
  name: string
  label?: TextKey
  hint?: TextKey | true
  when?: (values: never) => boolean
} & Said &
  (TextKind | FigureKind | TickKind | (ChoiceKind<unknown> & { words?: string }) | OwnKind<never>)

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
    few: <C extends string, const R extends readonly FieldRow<V, C>[]>(concept: C, rows: R) =>
      ({ concept, rows }) as unknown as Fields<R[number]['name']>,
    /** A form with its sections. */
    table: <C extends string, const T extends Readonly<Record<string, readonly FieldRow<V, C>[]>>>(
      concept: C,
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
