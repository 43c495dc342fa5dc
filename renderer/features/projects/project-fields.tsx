import type { Money } from '#domain/money/schema.ts'
import { projectRoles, type ProjectInput } from '#domain/projects/schema.ts'
import { formatMoney } from '#domain/text/format.ts'
import {
  formatMonthOrDay,
  formatMonthOrDayInput,
  formatMonthOrDayLong,
  parseMonthOrDay,
  type MonthOrDay,
} from '#domain/text/month-or-day.ts'
import { parseMoney } from '#domain/text/parse-number.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { ParsedField } from '#renderer/components/fields/parsed-field.tsx'
import type { FieldProps } from '#renderer/components/fields/use-field.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { euroText } from './project-texts.ts'

const contractMoney = ({ cents, currency }: Money) => formatMoney(cents, currency)
/** A day, or only a month where the paper says no more. */
const monthOrDay = {
  kind: 'own',
  box: MonthOrDayBox,
  show: formatMonthOrDay,
  hint: true,
  optional: true,
} as const
const months = { kind: 'number', min: 1, max: 240, optional: true } as const

/** In the order of an administrative contract: what, by whom, with what money, for how long. */
export const projectFields = fieldsFor<ProjectInput>().table('projects', {
  project: [
    { name: 'name', kind: 'text', max: 300, hint: true },
    { name: 'contractNumber', kind: 'text', max: 80, hint: true, optional: true },
    {
      name: 'municipality',
      kind: 'text',
      max: 60,
      hint: 'office:municipalityHint',
      beside: true,
    },
    { name: 'role', kind: 'choice', options: projectRoles, as: 'radio' },
    {
      name: 'beneficiary',
      kind: 'text',
      max: 160,
      hint: true,
      optional: true,
      when: ({ role }) => role === 'partner',
    },
  ],
  money: [
    { name: 'programme', kind: 'text', max: 160, hint: true },
    { name: 'procedureNumber', kind: 'text', max: 80, hint: true, optional: true },
    { name: 'procedureName', kind: 'text', max: 160, hint: true, optional: true, beside: true },
    { name: 'total', kind: 'own', box: TotalBox, show: contractMoney, hint: true, optional: true },
  ],
  term: [
    { name: 'startsOn', ...monthOrDay },
    { name: 'endsOn', ...monthOrDay, beside: true },
    { name: 'durationMonths', ...months },
    { name: 'serviceMonths', ...months, beside: true },
    { name: 'note', kind: 'area', max: 2000, optional: true },
  ],
})

/** A sum of before 2026 stays in leva, as the contract has it, and is shown in euro beside. */
function TotalBox(props: FieldProps) {
  return (
    <ParsedField<Money>
      {...props}
      inputMode="text"
      align="end"
      parse={(typed) => parseMoney(typed, { acceptBgn: true })}
      show={contractMoney}
      note={(total) => euroText(total) ?? formatMoney(total.cents)}
    />
  )
}

function MonthOrDayBox(props: FieldProps) {
  return (
    <ParsedField<MonthOrDay>
      {...props}
      inputMode="text"
      parse={(typed) => parseMonthOrDay(typed, { today: today() })}
      show={formatMonthOrDayInput}
      note={formatMonthOrDayLong}
    />
  )
}
