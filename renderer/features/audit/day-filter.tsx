import { useId, useState } from 'react'
import { parseDate } from '#domain/text/parse-date.ts'
import { formatDateInput } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { today } from '#renderer/shell/clock-time.ts'
import classes from './audit.module.css'

/** One end of the period, typed as every date of the program: `21.11`, `д`, `-7`. */
export function DayFilter(props: {
  label: string
  value: string | undefined
  onChange: (value: string | undefined) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const [unread, setUnread] = useState(false)
  const take = () => {
    if (typed === undefined) return
    if (typed.trim() === '') {
      props.onChange(undefined)
    } else {
      const parsed = parseDate(typed, { today: today() })
      if (!parsed.ok) {
        setUnread(true)
        return
      }
      props.onChange(parsed.value)
    }
    setTyped(undefined)
    setUnread(false)
  }
  return (
    <span className={classes.day}>
      <input
        className={classes.filter}
        type="text"
        aria-label={props.label}
        placeholder={props.label}
        aria-invalid={unread}
        aria-describedby={unread ? id : undefined}
        autoComplete="off"
        value={typed ?? (props.value === undefined ? '' : formatDateInput(props.value))}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setUnread(false)
        }}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          take()
        }}
      />
      {unread ? (
        <span id={id} role="alert" className={classes.wrong}>
          {t('audit:filter.wrongDate')}
        </span>
      ) : null}
    </span>
  )
}
