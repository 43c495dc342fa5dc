import { useRef, useState } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Dialog } from '../layers/dialog.tsx'
import { PickList } from '../layers/pick-list.tsx'
import { FieldFrame } from './field-frame.tsx'
import { useField, type FieldProps } from './use-field.ts'
import classes from './fields.module.css'

export interface TextAreaFieldProps extends FieldProps {
  max?: number
  rows?: number
  /** Ready phrases for this field: F3 inserts one where the cursor stands. */
  phrases?: readonly string[]
}

/** Text of many lines: Enter is a new line, Tab goes on. Formatting of a pasted text is dropped. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { t } = useTranslation()
  const field = useField(props)
  const area = useRef<HTMLTextAreaElement>(null)
  const [choosing, setChoosing] = useState(false)
  const value = typeof field.value === 'string' ? field.value : ''
  const counter =
    props.max && value.length >= props.max * 0.8
      ? `${String(value.length)} / ${String(props.max)}`
      : undefined
  const insert = (phrase: string) => {
    const place = area.current
    const from = place?.selectionStart ?? value.length
    const to = place?.selectionEnd ?? from
    field.change(`${value.slice(0, from)}${phrase}${value.slice(to)}`)
    setChoosing(false)
    requestAnimationFrame(() => {
      place?.focus()
      place?.setSelectionRange(from + phrase.length, from + phrase.length)
    })
  }
  const hint = props.phrases?.length ? t('common:areaHintPhrases') : t('common:areaHint')
  return (
    <FieldFrame field={field} props={props} note={counter ?? hint}>
      <textarea
        {...field.control}
        ref={(node) => {
          area.current = node
          field.ref(node)
        }}
        className={classes.control}
        rows={props.rows ?? 3}
        lang="bg"
        spellCheck
        value={value}
        onChange={(event) => {
          field.change(event.currentTarget.value)
        }}
        onBlur={field.onBlur}
        onKeyDown={(event) => {
          field.onKeyDown(event)
          if (event.code !== 'F3' || !props.phrases?.length) return
          event.preventDefault()
          setChoosing(true)
        }}
      />
      {choosing ? (
        <Dialog
          title={t('common:phrases')}
          onClose={() => {
            setChoosing(false)
          }}
        >
          <PickList
            label={t('common:phrases')}
            options={(props.phrases ?? []).map((phrase) => ({ value: phrase, label: phrase }))}
            onPick={insert}
          />
        </Dialog>
      ) : null}
    </FieldFrame>
  )
}
