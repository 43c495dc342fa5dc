import { useQuery } from '@tanstack/react-query'
import { nobody } from '#domain/applications/responsible.ts'
import { orpc } from '#renderer/shell/client.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { SelectField } from '#renderer/components/fields/choice-fields.tsx'
import type { FieldProps } from '#renderer/components/fields/use-field.ts'

/** Who may answer for a case, each with how many they have; the last choice is nobody. */
export function ColleagueField(props: FieldProps) {
  const { t } = useTranslation()
  const { data = [] } = useQuery(orpc.applications.colleagues.queryOptions({ input: {} }))
  const choices = data.map(({ id, displayName, cases }) => ({
    value: id,
    label: t('applications:give.colleague', { name: displayName, count: cases }),
  }))
  return (
    <SelectField
      {...props}
      choices={[...choices, { value: nobody, label: t('applications:give.nobody') }]}
    />
  )
}
