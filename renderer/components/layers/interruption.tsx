import { Button } from '@mantine/core'
import { ShieldAlert } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { isReason } from '#domain/text/reason.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import classes from './layers.module.css'

export interface InterruptionProps {
  /** A question with its object. */
  title: string
  /** What becomes so, one line each. */
  consequences: readonly string[]
  actionLabel: string
  cancelLabel: string
  /** The reason is asked for, at least this many characters. */
  reason?: { label: string; min: number; hint?: string }
  /** A number or word to type back. */
  typeBack?: { label: string; value: string }
  onCancel: () => void
  onConfirm: (reason: string) => void
  busy?: boolean
}

/**
 * A whole page for weighty steps that nobody takes back alone: override, freezing, closing,
 * restoring. Own colour, one reason, a number typed back. Enter never does it.
 */
export function Interruption(props: InterruptionProps) {
  const { t } = useTranslation()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  useEffect(() => {
    heading.current?.focus()
  }, [])
  useKey('Esc', props.cancelLabel, props.onCancel)
  const reasonWrong = props.reason !== undefined && !isReason(reason, props.reason.min)
  const typedWrong = props.typeBack !== undefined && typed.trim() !== props.typeBack.value
  const confirm = () => {
    setTried(true)
    if (reasonWrong) document.getElementById(`${id}-reason`)?.focus()
    else if (typedWrong) document.getElementById(`${id}-typed`)?.focus()
    else props.onConfirm(reason.trim())
  }
  return (
    <section className={classes.interruption} aria-labelledby={`${id}-title`} data-tone="warn">
      <h1 id={`${id}-title`} ref={heading} tabIndex={-1} className={classes.interruptionTitle}>
        <ShieldAlert size={24} aria-hidden /> {props.title}
      </h1>
      <ul className={classes.consequences}>
        {props.consequences.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {props.reason ? (
        <div className={classes.ask}>
          <label htmlFor={`${id}-reason`}>{props.reason.label}</label>
          {props.reason.hint ? <span className="o-small o-muted">{props.reason.hint}</span> : null}
          <textarea
            id={`${id}-reason`}
            rows={3}
            lang="bg"
            value={reason}
            aria-invalid={tried && reasonWrong ? true : undefined}
            aria-describedby={`${id}-reason-error`}
            onChange={(event) => {
              setReason(event.currentTarget.value)
            }}
          />
          <span id={`${id}-reason-error`} className={classes.askError}>
            {tried && reasonWrong ? t('errors:reasonShort', { count: props.reason.min }) : null}
          </span>
        </div>
      ) : null}
      {props.typeBack ? (
        <div className={classes.ask}>
          <label htmlFor={`${id}-typed`}>{props.typeBack.label}</label>
          <input
            id={`${id}-typed`}
            autoComplete="off"
            value={typed}
            aria-invalid={tried && typedWrong ? true : undefined}
            aria-describedby={`${id}-typed-error`}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
            }}
          />
          <span id={`${id}-typed-error`} className={classes.askError}>
            {tried && typedWrong ? t('errors:typeBack', { value: props.typeBack.value }) : null}
          </span>
        </div>
      ) : null}
      <div className={classes.buttons} data-destroys="">
        <Button loading={props.busy ?? false} onClick={confirm}>
          {props.actionLabel}
        </Button>
        <Button variant="default" onClick={props.onCancel}>
          {props.cancelLabel}
        </Button>
      </div>
    </section>
  )
}
