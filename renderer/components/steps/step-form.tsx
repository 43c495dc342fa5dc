import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { Form } from '../form/form.tsx'
import type { FormProps } from '../form/form-props.ts'
import { FieldRows, type Asides } from '../record/field-rows.tsx'
import type { Fields } from '../record/fields-for.ts'

/** One step of a record as data: what it is called, what it asks for, whom it calls. */
export type Step<N extends string, I extends FieldValues, O, R> = Pick<
  FormProps<I, O, R>,
  'schema' | 'defaults' | 'saveLabel' | 'said' | 'enterSubmits' | 'summary'
> & {
  /** With the object of the step: „Прекратяване на договор № 31“. */
  title: string
  /** What follows from it, said before it is asked. */
  lead?: ReactNode
  fields: Fields<N>
  asides?: Asides<N>
  /** What is said of the answers while they are typed, under the fields. */
  aside?: ReactNode
  call: FormProps<I, O, R>['onSave']
  /** After the step is taken and its dialog or panel is closed. */
  done?: (answer: R, fresh: Promise<void>) => void
}

/** The lead and the fields of a step, wherever they stand. */
export function StepForm<N extends string, I extends FieldValues, O, R>(
  props: Step<N, I, O, R> & { onClose: () => void; onDone: () => void; actions?: ReactNode },
) {
  const { done, onDone, asides } = props
  return (
    <>
      {props.lead}
      <Form
        schema={props.schema}
        defaults={props.defaults}
        title={props.title}
        saveLabel={props.saveLabel}
        said={props.said}
        enterSubmits={props.enterSubmits}
        summary={props.summary}
        onSave={props.call}
        onSaved={(answer, _intent, fresh) => {
          onDone()
          done?.(answer, fresh)
        }}
        onLeave={props.onClose}
        actions={props.actions}
      >
        <FieldRows of={props.fields} {...(asides ? { asides } : {})} />
        {props.aside}
      </Form>
    </>
  )
}
