import {
  formatClock,
  formatHours,
  formatHoursText,
  formatMoney,
  formatMoneyInput,
  formatNumber,
  formatTimeRange,
} from '#domain/text/format.ts'
import { formatPhone } from '#domain/text/format-person.ts'
import {
  parseMoney,
  parseNumber,
  parsePhone,
  type NumberContext,
} from '#domain/text/parse-number.ts'
import { parseHours, parseTimeRange, type TimeRange } from '#domain/text/parse-time.ts'
import { ParsedField } from './parsed-field.tsx'
import type { FieldProps } from './use-field.ts'

/** A count or measure; the value is a number, null when empty. */
export function NumberField({ min, max, decimals, ...props }: FieldProps & NumberContext) {
  const context: NumberContext = {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(decimals === undefined ? {} : { decimals }),
  }
  return (
    <ParsedField<number>
      {...props}
      inputMode="decimal"
      align="end"
      parse={(typed) => parseNumber(typed, context)}
      show={(value) => formatNumber(value)}
    />
  )
}

/** Hours; the value is whole minutes. Shows „4 ч. 30 мин.“ beside `4,5`. */
export function HoursField(props: FieldProps) {
  return (
    <ParsedField<number>
      {...props}
      inputMode="decimal"
      align="end"
      parse={parseHours}
      show={(value) => formatHours(value)}
      note={(value) => formatHoursText(value)}
    />
  )
}

/** From–to in one box: `8-12`, `8 12`; the value is `{ from, to }` in minutes since midnight. */
export function TimeRangeField({ night, ...props }: FieldProps & { night?: boolean }) {
  return (
    <ParsedField<TimeRange>
      {...props}
      parse={(typed) => parseTimeRange(typed, night ? { night } : {})}
      show={(value) => `${formatClock(value.from)}–${formatClock(value.to % 1440)}`}
      note={(value) => formatTimeRange(value.from, value.to % 1440)}
    />
  )
}

/** A sum in euro; the value is whole cents. „лв.“ is answered with the sum in euro. */
export function MoneyField(props: FieldProps) {
  return (
    <ParsedField<number>
      {...props}
      inputMode="decimal"
      align="end"
      parse={(typed) => {
        const read = parseMoney(typed)
        return read.ok ? { ok: true, value: read.value.cents } : read
      }}
      show={(cents) => formatMoneyInput(cents)}
      note={(cents) => formatMoney(cents)}
    />
  )
}

/** A telephone, grouped on leaving; the value is its digits. */
export function PhoneField(props: FieldProps) {
  return (
    <ParsedField<string>
      {...props}
      inputMode="text"
      empty=""
      parse={parsePhone}
      show={formatPhone}
    />
  )
}
