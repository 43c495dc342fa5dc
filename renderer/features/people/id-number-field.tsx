import { useEffect, useRef } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { ageOn } from '#domain/calendar/civil-date.ts'
import { parseEgn } from '#domain/people/ids.ts'
import type { IdKind } from '#domain/people/schema.ts'
import { formatDate } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { RadioField } from '#renderer/components/fields/choice-fields.tsx'
import { EgnField } from '#renderer/components/fields/egn-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'

/** Kind of number and the number; an ЕГН says birth date, sex and age beside it. */
export function IdNumberFields({ optional }: { optional?: boolean }) {
  const { t } = useTranslation()
  const kind = useWatch({ name: 'idKind' }) as IdKind
  const read = useReadEgn()
  return (
    <>
      <RadioField
        name="idKind"
        label={t('people:fields.idKind')}
        choices={(['egn', 'lnch', 'other'] as const).map((value) => ({
          value,
          label: t(`people:idKind.${value}`),
        }))}
      />
      {kind === 'egn' ? (
        <EgnField
          name="idNumber"
          label={t('people:idKind.egn')}
          hint={t('people:hints.egn')}
          optional={optional}
          read={read}
        />
      ) : (
        <TextField
          name="idNumber"
          label={t(`people:idKind.${kind}`)}
          optional={optional}
          max={20}
          inputMode={kind === 'lnch' ? 'numeric' : 'text'}
        />
      )}
    </>
  )
}

/** Reads an ЕГН and says in words what it carries: „12.06.1945 г., мъж, 81 г.“ */
function useReadEgn() {
  const { t } = useTranslation()
  return (digits: string) => {
    const result = parseEgn(digits)
    if (!result.ok) return result
    const { birthDate, sex } = result.value
    return {
      ok: true as const,
      said: t('people:form.egnSays', {
        date: formatDate(birthDate),
        sex: t(`people:sex.${sex}`),
        age: ageOn(birthDate, today()),
      }),
    }
  }
}

/**
 * Fills birth date and sex from a valid ЕГН, as long as nobody has typed others: type once, confirm
 * by sight.
 */
export function FillFromEgn() {
  const { getValues, setValue } = useFormContext()
  const [kind, number] = useWatch({ name: ['idKind', 'idNumber'] }) as [IdKind, unknown]
  const filled = useRef<{ birthDate: string; sex: string }>(undefined)
  useEffect(() => {
    const result = kind === 'egn' && typeof number === 'string' ? parseEgn(number) : undefined
    if (!result?.ok) return
    const { birthDate, sex } = result.value
    const now = getValues() as { birthDate: string | null; sex: string | null }
    const ours = filled.current
    if (!now.birthDate || now.birthDate === ours?.birthDate)
      setValue('birthDate', birthDate, { shouldDirty: true })
    if (!now.sex || now.sex === ours?.sex) setValue('sex', sex, { shouldDirty: true })
    filled.current = { birthDate, sex }
  }, [kind, number, getValues, setValue])
  return null
}
