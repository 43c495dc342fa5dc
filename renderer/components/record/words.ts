import type { TFunction } from 'i18next'
import { formatDate, formatHoursText, formatMoney, formatNumber } from '#domain/text/format.ts'
import { formatPhone } from '#domain/text/format-person.ts'
import type { AnyField, ChoiceKind } from './fields-for.ts'

export function labelOf(t: TFunction, concept: string, field: AnyField): string {
  return t(field.label ?? `${concept}:field.${field.name}`)
}

/** Word of one option of a choice. */
export function optionWord(
  t: TFunction,
  concept: string,
  { name, words }: Pick<ChoiceKind, 'words'> & { name: string },
  option: string,
): string {
  return t(`${words ?? `${concept}:${name.split('.').at(-1) ?? name}`}.${option}`)
}

/** How a value reads where nobody types; undefined when there is none. */
export function valueText(
  t: TFunction,
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
      return t(`common:${value as string}`)
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
