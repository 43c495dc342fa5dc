import type { ReactNode } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { clockTime } from '#renderer/shell/clock-time.ts'
import { KeyHint } from '../display/key-hint.tsx'
import { FormButton } from './form-button.tsx'
import type { SaveIntent } from './form-props.ts'
import classes from './form.module.css'

/** The row of buttons under a form, with the time of the draft in words. */
export function FormActions(props: {
  busy: SaveIntent | undefined
  savedAt: string | null | undefined
  saveLabel: string | undefined
  enterSubmits: boolean
  next: { label?: string } | undefined
  print: { label?: string } | undefined
  submit: (intent: SaveIntent) => void
  extra: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <div className={classes.actions}>
      <FormButton type="submit" data-main-submit busy={props.busy === 'save'}>
        {props.saveLabel ?? t('common:save')}{' '}
        <KeyHint chord={props.enterSubmits ? 'Enter' : 'Ctrl+S'} />
      </FormButton>
      {props.next ? (
        <FormButton
          quiet
          busy={props.busy === 'next'}
          onClick={() => {
            props.submit('next')
          }}
        >
          {props.next.label ?? t('common:saveNext')} <KeyHint chord="Ctrl+Enter" />
        </FormButton>
      ) : null}
      {props.print ? (
        <FormButton
          quiet
          busy={props.busy === 'print'}
          onClick={() => {
            props.submit('print')
          }}
        >
          {props.print.label ?? t('common:savePrint')} <KeyHint chord="Ctrl+P" />
        </FormButton>
      ) : null}
      {props.extra}
      <span className={classes.draft} role="status">
        {props.savedAt ? t('shell:draftAt', { time: clockTime(new Date(props.savedAt)) }) : null}
        {props.savedAt === null ? t('shell:draftNotKept') : null}
      </span>
    </div>
  )
}
