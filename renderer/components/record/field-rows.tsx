import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { Row, Section } from '../form/section.tsx'
import { FieldBox, type FieldAside } from './field-box.tsx'
import { sectionTitle } from './words.ts'
import type { AnyField, Fields, FieldTable } from './fields-for.ts'

/** By name of the field. */
export type Asides<N extends string> = Readonly<Partial<Record<N, FieldAside | undefined>>>

/** Boxes of some fields; what stands in one line on the paper stands in one line here. */
export function FieldRows<N extends string>(props: { of: Fields<N>; asides?: Asides<N> }) {
  const may = useMay()
  const { concept } = props.of
  const rows = props.of.rows.filter((field) => may(field.may))
  const box = (field: AnyField & { name: N }) => (
    <AskedWhen key={field.name} field={field}>
      <FieldBox concept={concept} field={field} aside={props.asides?.[field.name]} />
    </AskedWhen>
  )
  return linesOf(rows).map((line) =>
    line.length === 1 ? line.map(box) : <Row key={line[0]?.name}>{line.map(box)}</Row>,
  )
}

/** A whole form, section by section. */
export function FieldSections<N extends string>(props: { of: FieldTable<N>; asides?: Asides<N> }) {
  const { t } = useTranslation()
  const { concept, sections } = props.of
  return Object.entries(sections).map(([name, fields]) => (
    <Section key={name} title={sectionTitle(t, concept, name)}>
      <FieldRows of={fields} {...(props.asides ? { asides: props.asides } : {})} />
    </Section>
  ))
}

function linesOf<F extends AnyField>(fields: readonly F[]): F[][] {
  const lines: F[][] = []
  for (const field of fields) {
    const line = field.beside ? lines.at(-1) : undefined
    if (line) line.push(field)
    else lines.push([field])
  }
  return lines
}

/** Some questions are asked only after an answer to another one. */
function AskedWhen({ field, children }: { field: AnyField; children: ReactNode }) {
  const { when } = field
  return when ? <Watched when={when as (values: unknown) => boolean}>{children}</Watched> : children
}

function Watched(props: { when: (values: unknown) => boolean; children: ReactNode }) {
  // Only a change of the answer draws anew, not every key that is typed.
  const asked: unknown = useWatch({ compute: (values: unknown) => props.when(values) })
  return asked === true ? props.children : null
}
