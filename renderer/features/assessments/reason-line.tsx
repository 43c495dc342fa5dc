import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useFormTools } from '#renderer/components/form/form-context.ts'
import { Dialog } from '#renderer/components/layers/dialog.tsx'
import { PickList } from '#renderer/components/layers/pick-list.tsx'
import classes from './assessments.module.css'

/** Why a row is so: one line, F3 inserts a ready phrase, ↑↓ go on among the rows. */
export function ReasonLine(props: {
  index: number
  /** The row it belongs to. */
  label: string
  reason: string
  needed: boolean
  phrases: readonly string[]
  takeFocus: boolean
  onReason: (index: number, reason: string) => void
  onLeave: () => void
  onMove: (index: number, to: 'next' | 'previous' | 'nextArea' | 'previousArea') => void
}) {
  const { index, reason, needed, takeFocus } = props
  const { t } = useTranslation()
  const tools = useFormTools()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [choosing, setChoosing] = useState(false)
  const name = `answers.${String(index)}.reason`
  const label = t('assessments:reasonOf', { item: props.label })
  useEffect(() => {
    tools.setLabel(name, label)
  }, [tools, name, label])
  useEffect(() => {
    if (takeFocus) input.current?.focus()
  }, [takeFocus])
  return (
    <div className={classes.reason}>
      <label htmlFor={id}>
        {t('assessments:field.reason')}
        {needed ? null : <span className="o-muted"> {t('common:optional')}</span>}
        <span className="o-hidden"> {props.label}</span>
      </label>
      <input
        ref={input}
        id={id}
        type="text"
        lang="bg"
        spellCheck
        autoComplete="off"
        maxLength={1000}
        data-field={name}
        data-pass-by={needed ? undefined : 'true'}
        aria-required={needed ? true : undefined}
        value={reason}
        onChange={(event) => {
          props.onReason(index, event.currentTarget.value)
        }}
        onBlur={() => {
          if (!choosing) props.onLeave()
        }}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
          if (event.code === 'F3') setChoosing(true)
          else if (event.code === 'ArrowDown') props.onMove(index, 'next')
          else if (event.code === 'ArrowUp') props.onMove(index, 'previous')
          else return
          event.preventDefault()
        }}
      />
      <kbd className="o-key-hint" aria-hidden>
        F3
      </kbd>
      {choosing ? (
        <Dialog
          title={t('common:phrases')}
          onClose={() => {
            setChoosing(false)
          }}
        >
          <PickList
            label={t('common:phrases')}
            digits
            options={props.phrases.map((phrase) => ({ value: phrase, label: phrase }))}
            onPick={(phrase) => {
              props.onReason(index, reason.trim() === '' ? phrase : `${reason.trimEnd()} ${phrase}`)
              setChoosing(false)
              requestAnimationFrame(() => input.current?.focus())
            }}
          />
        </Dialog>
      ) : null}
    </div>
  )
}
