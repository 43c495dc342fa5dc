import { useWatch } from 'react-hook-form'
import { idChangeGrounds, isSameId, type IdNumber } from '#domain/people/former-ids.ts'
import { parseIdNumber } from '#domain/people/schema.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { FieldRows } from '#renderer/components/record/field-rows.tsx'
import type { PersonFormValues } from './person-values.ts'

const groundFields = fieldsFor<PersonFormValues>().few('people', [
  {
    name: 'idChangeGround',
    kind: 'choice',
    options: idChangeGrounds,
    as: 'stacked',
    label: 'people:fields.idChangeGround',
    hint: 'people:hints.idChangeGround',
  },
])

/** Asked as soon as another valid number stands in the place of the one that papers may carry. */
export function IdChangeGround({ stored }: { stored: IdNumber }) {
  const [idKind, typed] = useWatch<PersonFormValues, ['idKind', 'idNumber']>({
    name: ['idKind', 'idNumber'],
  })
  const read = parseIdNumber(idKind, typed)
  if (!read.ok || isSameId(stored, { idKind, idNumber: read.value })) return null
  return <FieldRows of={groundFields} />
}
