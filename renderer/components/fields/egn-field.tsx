import { Check } from 'lucide-react'
import { formatId } from '#domain/text/format-person.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { ParsedField } from './parsed-field.tsx'
import type { FieldProps } from './use-field.ts'

export interface EgnFieldProps extends FieldProps {
  /**
   * Judges ten digits and says in words what they carry: „12.06.1945 г., мъж, 81 г.“. Given by the
   * feature, because the kit knows no people.
   */
  read: (digits: string) => { ok: true; said: string } | { ok: false; problems: Problem[] }
}

/** Personal number: spaces dropped, grouped 6 + 4, birth date and sex said while typing. */
export function EgnField({ read, ...props }: EgnFieldProps) {
  return (
    <ParsedField<string>
      {...props}
      inputMode="numeric"
      empty=""
      maxLength={20}
      parse={(typed) => {
        const digits = typed.replace(/\s/gu, '')
        const result = read(digits)
        return result.ok ? { ok: true, value: digits } : result
      }}
      show={(digits) => formatId(digits)}
      note={(digits) => {
        const result = read(digits)
        return result.ok ? (
          <>
            <Check size={14} aria-hidden /> {result.said}
          </>
        ) : undefined
      }}
    />
  )
}
