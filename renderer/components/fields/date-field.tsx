import { Popover } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { CalendarDays } from 'lucide-react'
import { useState } from 'react'
import { formatDate, formatDateInput } from '#domain/text/format.ts'
import { parseDate, parseDateOrLifetime } from '#domain/text/parse-date.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { weekdayText } from '#renderer/shell/spoken-date.ts'
import { ParsedField } from './parsed-field.tsx'
import type { FieldProps, WiredField } from './use-field.ts'
import classes from './fields.module.css'

export interface DateFieldProps extends FieldProps {
  /** A birth date: two digits of a year mean the nearest past one. */
  birth?: boolean
  /** „п“ means lifetime; the value is then `lifetime`. */
  lifetime?: boolean
}

/**
 * A civil date, typed: `21112026`, `21.11`, `д`, `+7`. No calendar opens by itself; Alt+↓ opens one.
 */
export function DateField(props: DateFieldProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const context = { today: today(), birth: props.birth === true }
  const pick = (field: WiredField) => (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <button
          type="button"
          tabIndex={-1}
          className={classes.insideButton}
          aria-label={t('common:openCalendar', { label: props.label })}
          disabled={props.disabled}
          onClick={() => {
            setOpen((now) => !now)
          }}
        >
          <CalendarDays size={18} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown
        data-own-enter
        onKeyDown={(event) => {
          if (event.code !== 'Escape') return
          event.stopPropagation()
          setOpen(false)
          document.getElementById(field.id)?.focus()
        }}
      >
        <DatePicker
          value={
            typeof field.value === 'string' && field.value !== 'lifetime'
              ? field.value || null
              : null
          }
          defaultDate={
            typeof field.value === 'string' && /^\d/.test(field.value) ? field.value : context.today
          }
          onChange={(date) => {
            field.tools.setUnread(props.name, undefined)
            field.change(date)
            setOpen(false)
            document.getElementById(field.id)?.focus()
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
  return (
    <ParsedField<string>
      {...props}
      inputMode="text"
      parse={(typed) =>
        props.lifetime ? parseDateOrLifetime(typed, context) : parseDate(typed, context)
      }
      show={(value) => (value === 'lifetime' ? t('common:lifetime') : formatDateInput(value))}
      note={(value) =>
        value === 'lifetime' ? undefined : `${weekdayText(value)}, ${formatDate(value)}`
      }
      onKey={(event) => {
        if ((event.altKey && event.code === 'ArrowDown') || event.code === 'F2') {
          event.preventDefault()
          setOpen(true)
        }
      }}
      button={pick}
    />
  )
}
