import { useTranslation } from '#renderer/shell/use-translation.ts'
import { CheckField, RadioField, SelectField, YesNoUnknownField } from '../fields/choice-fields.tsx'
import type { Choice } from '../fields/choice-fields.tsx'
import { DateField } from '../fields/date-field.tsx'
import { HoursField, MoneyField, NumberField, PhoneField } from '../fields/figure-fields.tsx'
import { TextAreaField } from '../fields/text-area-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import type { FieldProps } from '../fields/use-field.ts'
import type { AnyField } from './fields-for.ts'
import { hintOf, labelOf, optionWord } from './words.ts'

/** What only the page knows of a field: a limit in its hint, what the office would write, fewer choices. */
export type FieldAside = Partial<Omit<FieldProps, 'name'>> & {
  /** Options that fit here; the others are not shown. */
  only?: readonly string[]
  /** Options that are records of the office: representatives. */
  choices?: readonly Choice[]
}

/** The box of one field of a table, by its kind. */
export function FieldBox(props: {
  concept: string
  field: AnyField
  aside: FieldAside | undefined
}) {
  const { concept, field } = props
  const { t } = useTranslation()
  const { choices, only, ...aside } = props.aside ?? {}
  const shared: FieldProps = {
    name: field.name,
    label: labelOf(t, concept, field),
    hint: hintOf(t, concept, field),
    optional: field.optional,
    passBy: field.passBy,
    width: field.width,
    ...aside,
  }
  if (field.box) return <field.box {...shared} />
  switch (field.kind) {
    case 'text':
      return (
        <TextField
          {...shared}
          max={field.max}
          {...(field.inputMode ? { inputMode: field.inputMode } : {})}
          {...(field.tidy ? { tidy: field.tidy } : {})}
        />
      )
    case 'area':
      return (
        <TextAreaField
          {...shared}
          {...(field.max ? { max: field.max } : {})}
          {...(field.rows ? { rows: field.rows } : {})}
          {...(field.phrases ? { phrases: field.phrases } : {})}
        />
      )
    case 'date':
      return (
        <DateField {...shared} birth={field.birth === true} lifetime={field.lifetime === true} />
      )
    case 'phone':
      return <PhoneField {...shared} />
    case 'yesNo':
      return <YesNoUnknownField {...shared} withoutUnknown={field.withoutUnknown === true} />
    case 'choice': {
      const own =
        choices ??
        field.options
          .map(String)
          .filter((option) => only?.includes(option) ?? true)
          .map((value) => ({ value, label: optionWord(t, concept, field, value) }))
      return field.as ? (
        <RadioField {...shared} choices={own} stacked={field.as === 'stacked'} />
      ) : (
        <SelectField {...shared} choices={own} />
      )
    }
    case 'number': {
      const { min, max, decimals } = field
      return (
        <NumberField
          {...shared}
          {...(min === undefined ? {} : { min })}
          {...(max === undefined ? {} : { max })}
          {...(decimals === undefined ? {} : { decimals })}
        />
      )
    }
    case 'hours':
      return <HoursField {...shared} />
    case 'money':
      return <MoneyField {...shared} />
    case 'tick':
      return <CheckField {...shared} />
  }
}
