import { Combobox, useCombobox } from '@mantine/core'
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { activityById } from '#domain/regimes/activities.ts'
import { activityTypes } from '#domain/regimes/activities-data.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { filterChoices } from '#renderer/components/fields/combo-field.tsx'
import { FieldFrame } from '#renderer/components/fields/field-frame.tsx'
import { useField, type FieldProps } from '#renderer/components/fields/use-field.ts'
import fieldClasses from '#renderer/components/fields/fields.module.css'
import classes from './plans.module.css'

const all = activityTypes.map(({ id, name }) => ({ value: id, label: name }))

/** Activities of a goal: type the beginning, Enter adds and stays; Enter on the empty box goes on. */
export function ActivitiesField(props: FieldProps) {
  const { t } = useTranslation()
  const field = useField(props)
  const combobox = useCombobox()
  const [typed, setTyped] = useState('')
  const chosen = Array.isArray(field.value) ? (field.value as string[]) : []
  const options = filterChoices(
    all.filter(({ value }) => !chosen.includes(value)),
    typed,
  )
  const open = combobox.dropdownOpened
  useEffect(() => {
    if (open && typed) combobox.selectFirstOption()
    // Only when another text is typed: the arrows must not be thrown back.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed, open])
  const add = (value: string) => {
    field.change([...chosen, value])
    setTyped('')
    combobox.closeDropdown()
  }
  const remove = (value: string) => {
    field.change(chosen.filter((own) => own !== value))
  }
  return (
    <FieldFrame field={field} props={props}>
      <div className={classes.chosen}>
        {chosen.map((id) => {
          const name = activityById(id)?.name ?? id
          return (
            <span key={id} className={classes.activity} lang="bg">
              {name}
              <button
                type="button"
                tabIndex={-1}
                aria-label={t('plans:goal.removeActivity', { name })}
                onClick={() => {
                  remove(id)
                }}
              >
                <X size={14} aria-hidden />
              </button>
            </span>
          )
        })}
      </div>
      <Combobox store={combobox} onOptionSubmit={add} withinPortal>
        <Combobox.Target withExpandedAttribute>
          <input
            {...field.control}
            ref={field.ref}
            className={fieldClasses.control}
            type="text"
            role="combobox"
            aria-expanded={open}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              combobox.openDropdown()
            }}
            onClick={() => {
              combobox.openDropdown()
            }}
            onBlur={() => {
              combobox.closeDropdown()
              setTyped('')
              field.onBlur()
            }}
            onKeyDown={(event) => {
              if (event.code === 'F2' || (event.altKey && event.code === 'ArrowDown')) {
                event.preventDefault()
                combobox.openDropdown()
              } else if (event.code === 'Backspace' && typed === '' && chosen.length > 0) {
                const last = chosen.at(-1)
                if (last !== undefined) remove(last)
              } else if (
                event.key === 'Enter' &&
                open &&
                (typed !== '' || combobox.getSelectedOptionIndex() >= 0)
              ) {
                event.preventDefault()
                const picked = options[Math.max(0, combobox.getSelectedOptionIndex())]
                if (picked) add(picked.value)
              }
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label={props.label}>
            {options.map((choice) => (
              <Combobox.Option key={choice.value} value={choice.value}>
                {choice.label}
              </Combobox.Option>
            ))}
            {options.length === 0 ? <Combobox.Empty>{t('common:noChoice')}</Combobox.Empty> : null}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </FieldFrame>
  )
}
