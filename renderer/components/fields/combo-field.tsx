import { normaliseForSearch } from '#domain/text/search.ts'
import { Combobox, useCombobox } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { FieldFrame } from './field-frame.tsx'
import { useField, type FieldProps } from './use-field.ts'
import type { Choice } from './choice-fields.tsx'
import classes from './fields.module.css'

export interface ComboFieldProps extends FieldProps {
  /** All choices, filtered as one types by the start of any word. */
  choices?: readonly Choice[]
  /** Or a search by the office: called on each key, an older call is aborted. */
  search?: (text: string, signal: AbortSignal) => Promise<readonly Choice[]>
  /** Name of the kept value, when it is not among the choices at hand. */
  labelOf?: (value: string) => string
  /** Values used last, shown first. */
  lastUsed?: readonly string[]
  /** What is typed may stay although it is no choice (a village not in the list). */
  free?: boolean
}

/** Choices whose words begin with what was typed; last used first. */
export function filterChoices(
  choices: readonly Choice[],
  text: string,
  lastUsed: readonly string[] = [],
) {
  const wanted = normaliseForSearch(text.trim()).split(/\s+/u).filter(Boolean)
  const rank = (choice: Choice) => {
    const at = lastUsed.indexOf(choice.value)
    return at === -1 ? lastUsed.length : at
  }
  return choices
    .filter((choice) => {
      const words = normaliseForSearch(choice.label).split(/[\s„“.,()–-]+/u)
      return wanted.every((part) => words.some((word) => word.startsWith(part)))
    })
    .toSorted((a, b) => rank(a) - rank(b))
}

/** More than fifteen choices: type to search, ↑↓ and Enter; Alt+↓ or F2 opens the list. */
export function ComboField(props: ComboFieldProps) {
  const { choices, search, free, lastUsed } = props
  const { t } = useTranslation()
  const field = useField(props)
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
    },
  })
  const value = typeof field.value === 'string' ? field.value : ''
  const known = useRef(new Map<string, string>())
  for (const choice of choices ?? []) known.current.set(choice.value, choice.label)
  const shown =
    value === '' ? '' : (known.current.get(value) ?? props.labelOf?.(value) ?? (free ? value : ''))
  const [typed, setTyped] = useState<string>()
  const [found, setFound] = useState<readonly Choice[]>([])
  const text = typed ?? shown

  useEffect(() => {
    if (!search || typed === undefined) return
    const abort = new AbortController()
    void search(typed, abort.signal)
      .then((answer) => {
        if (abort.signal.aborted) return
        for (const choice of answer) known.current.set(choice.value, choice.label)
        setFound(answer)
      })
      .catch(() => undefined)
    return () => {
      abort.abort()
    }
  }, [search, typed])

  const options = (search ? found : filterChoices(choices ?? [], typed ?? '', lastUsed)).slice(
    0,
    60,
  )
  const first = options[0]?.value
  useEffect(() => {
    if (combobox.dropdownOpened && typed) combobox.selectFirstOption()
    // Only when another answer arrives: the arrows must not be thrown back.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [first, options.length, combobox.dropdownOpened])

  const take = (next: string) => {
    field.change(next)
    setTyped(undefined)
    combobox.closeDropdown()
  }

  return (
    <FieldFrame field={field} props={props}>
      <Combobox store={combobox} onOptionSubmit={take}>
        <Combobox.Target withExpandedAttribute>
          <input
            {...field.control}
            ref={field.ref}
            className={classes.control}
            type="text"
            role="combobox"
            aria-expanded={combobox.dropdownOpened}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              const now = event.currentTarget.value
              setTyped(now)
              if (free) field.change(now)
              else if (now === '') field.change(null)
              combobox.openDropdown()
            }}
            onBlur={() => {
              combobox.closeDropdown()
              setTyped(undefined)
              field.onBlur()
            }}
            onKeyDown={(event) => {
              field.onKeyDown(event)
              if (event.code === 'F2' || (event.altKey && event.code === 'ArrowDown')) {
                event.preventDefault()
                if (search && typed === undefined) setTyped('')
                combobox.openDropdown()
                return
              }
              if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.shiftKey) return
              if (!combobox.dropdownOpened || typed === undefined || first === undefined) return
              // One Enter both takes the choice and goes on, as in every other field.
              event.preventDefault()
              const index = Math.max(0, combobox.getSelectedOptionIndex())
              const picked = options[index]
              if (!picked || picked.disabled) return
              const place = event.currentTarget
              take(picked.value)
              requestAnimationFrame(() => {
                field.tools.advance(place)
              })
            }}
          />
        </Combobox.Target>
        {/* Free text that matches nothing is no fault: nothing is said about it. */}
        <Combobox.Dropdown hidden={free === true && options.length === 0}>
          <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label={props.label}>
            {options.map((choice) => (
              <Combobox.Option
                key={choice.value}
                value={choice.value}
                disabled={choice.disabled ?? false}
                active={choice.value === value}
              >
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
