import type { PersonFacts, RepresentativeFacts } from '#domain/papers/parties.ts'
import { formatDate } from '#domain/text/format.ts'
import { formatPhone } from '#domain/text/format-person.ts'
import type { FactRow } from '#papers/layout-data.ts'
import { personIdentifier, representativeText } from './words.ts'

/** The block „Лице“ of a plan or an assessment. */
export function personRows(
  person: PersonFacts,
  representative: RepresentativeFacts | null,
): FactRow[] {
  const rows: FactRow[] = [
    { label: 'Име', value: person.fullName },
    {
      label: person.identifierKind === 'egn' ? 'ЕГН, дата на раждане' : 'Номер, дата на раждане',
      value: [personIdentifier(person), formatDate(person.birthDate)]
        .filter((part): part is string => part !== null)
        .join(', '),
    },
    { label: 'Настоящ адрес', value: person.currentAddress },
    { label: 'Телефон', value: person.phone === null ? null : formatPhone(person.phone) },
  ]
  const text = representativeText(representative)
  if (text !== null) rows.push({ label: 'Представител', value: text })
  return rows
}
