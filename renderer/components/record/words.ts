import {
  formatDate,
  formatDateInput,
  formatHoursText,
  formatMoney,
  formatMoneyInput,
  formatNumber,
} from '#domain/text/format.ts'
import { formatPhone } from '#domain/text/format-person.ts'
import type { TextKey } from '#locales/keys.ts'
import type { Translate } from '#renderer/shell/use-translation.ts'
import type { AnyField, Fields } from './fields-for.ts'

/** Keys put together from a table: `fieldsFor` has looked them up where the table is written. */
const known = (key: string) => key as TextKey

export function labelOf(t: Translate, concept: string, field: AnyField): string {
  return t(field.label ?? known(`${concept}:field.${field.name}`))
}

export function hintOf(t: Translate, concept: string, field: AnyField): string | undefined {
  if (field.hint === undefined) return undefined
  return t(field.hint === true ? known(`${concept}:hint.${field.name}`) : field.hint)
}

export function sectionTitle(t: Translate, concept: string, section: string): string {
  return t(known(`${concept}:section.${section}`))
}

/** Word of one option of a choice. */
export function optionWord(
  t: Translate,
  concept: string,
  { name, words }: { name: string; words?: string },
  option: string,
): string {
  return t(known(`${words ?? `${concept}:${name.split('.').at(-1) ?? name}`}.${option}`))
}

/** How a value reads where nobody types; undefined when there is none. */
export function valueText(
  t: Translate,
  concept: string,
  field: AnyField,
  value: unknown,
): string | undefined {
  if (value === null || value === undefined || value === '') return undefined
  switch (field.kind) {
    case 'text':
    case 'area':
      return value as string
    case 'date':
      return value === 'lifetime' ? t('common:lifetime') : formatDate(value as string)
    case 'phone':
      return formatPhone(value as string)
    case 'yesNo':
      return t(known(`common:${value as string}`))
    case 'choice':
      return optionWord(t, concept, field, value as string)
    case 'number':
      return formatNumber(value as number)
    case 'hours':
      return formatHoursText(value as number)
    case 'money':
      return formatMoney(value as number)
    case 'tick':
      return t(value === true ? 'common:yes' : 'common:no')
    case 'own':
      return field.show(value as never)
  }
}

/** How a value would stand in its box: without the „г.“ and the currency that nobody types. */
export function inputText<N extends string>(
  t: Translate,
  { concept, rows }: Fields<N>,
  name: N,
  value: unknown,
): string {
  const field = rows.find((own) => own.name === name)
  if (field?.kind === 'date') return formatDateInput(value as string)
  if (field?.kind === 'money') return formatMoneyInput(value as number)
  return (field && valueText(t, concept, field, value)) ?? ''
}
