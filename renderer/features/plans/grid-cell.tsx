import { use, useEffect, useRef, useState } from 'react'
import { useController } from 'react-hook-form'
import { Combobox, useCombobox } from '@mantine/core'
import type { Problem } from '#domain/problems/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { filterChoices } from '#renderer/components/fields/combo-field.tsx'
import type { Choice } from '#renderer/components/fields/choice-fields.tsx'
import type { ReadText } from '#renderer/components/fields/parsed-field.tsx'
import { SectionContext, useFormTools } from '#renderer/components/form/form-context.ts'
import classes from './plans.module.css'

interface CellProps {
  /** Path in the form: `rows.0.weekdays`. */
  name: string
  /** „Дни, ред 1“ */
  label: string
  row: number
  column: number
}

/** What every cell of the week shares: value, message, and whether it is being typed into. */
function useCell({ name, label, row, column }: CellProps) {
  const { field, fieldState } = useController({ name })
  const tools = useFormTools()
  const section = use(SectionContext)
  useEffect(() => {
    tools.setLabel(name, label)
  }, [tools, name, label])
  useEffect(() => section?.(name), [section, name])
  useEffect(
    () => () => {
      tools.setUnread(name, undefined)
    },
    [tools, name],
  )
  const [typed, setTyped] = useState<string | undefined>(() => tools.typedBefore(name))
  const before = useRef<unknown>(undefined)
  return {
    value: field.value as unknown,
    typed,
    setTyped,
    change: (value: unknown, problem?: Problem, text?: string) => {
      tools.setUnread(name, problem, text)
      field.onChange(value)
    },
    remember: () => {
      before.current = field.value
    },
    /** Esc: the cell is as it was when one came to it. */
    undo: () => {
      tools.setUnread(name, undefined)
      setTyped(undefined)
      field.onChange(before.current)
    },
    control: {
      ref: field.ref,
      'data-field': name,
      'data-row': row,
      'data-column': column,
      'data-edited': typed === undefined ? undefined : 'true',
      'aria-label': label,
      'aria-invalid': fieldState.error ? (true as const) : undefined,
      'aria-describedby': fieldState.error ? `week-row-${String(row)}` : undefined,
      className: classes.cell,
      autoComplete: 'off',
      spellCheck: false,
    },
    onBlur: field.onBlur,
  }
}

/** A cell whose text means something else: days, time. Typing over replaces it; Esc takes it back. */
export function ParsedCell<T>(
  props: CellProps & { parse: (text: string) => ReadText<T>; show: (value: T) => string; empty: T },
) {
  const cell = useCell(props)
  const value = cell.value as T
  const shown = JSON.stringify(value) === JSON.stringify(props.empty) ? '' : props.show(value)
  return (
    <input
      {...cell.control}
      type="text"
      value={cell.typed ?? shown}
      onFocus={(event) => {
        cell.remember()
        event.currentTarget.select()
      }}
      onChange={(event) => {
        const text = event.currentTarget.value
        cell.setTyped(text)
        const read = text.trim() === '' ? undefined : props.parse(text)
        cell.change(
          read?.ok ? read.value : props.empty,
          !read || read.ok ? undefined : read.problems[0],
          text,
        )
      }}
      onBlur={() => {
        // What cannot be read stays as it was typed; the save says so.
        if (cell.typed !== undefined && (cell.typed.trim() === '' || props.parse(cell.typed).ok))
          cell.setTyped(undefined)
        cell.onBlur()
      }}
      onKeyDown={(event) => {
        if (event.code === 'F2') {
          event.preventDefault()
          cell.setTyped(cell.typed ?? shown)
          event.currentTarget.setSelectionRange(9999, 9999)
        }
      }}
      ref={(node) => {
        cell.control.ref(node)
        undoOf.set(node, cell.undo)
      }}
    />
  )
}

/** Free text, with what is known already: the assistants assigned, and those that stand in the week. */
export function TextCell(props: CellProps & { suggestions: readonly string[] }) {
  const cell = useCell(props)
  const list = `${props.name}-known`
  const shown = typeof cell.value === 'string' ? cell.value : ''
  return (
    <>
      <input
        {...cell.control}
        ref={(node) => {
          cell.control.ref(node)
          undoOf.set(node, cell.undo)
        }}
        type="text"
        list={props.suggestions.length > 0 ? list : undefined}
        lang="bg"
        value={shown}
        onFocus={(event) => {
          cell.remember()
          event.currentTarget.select()
        }}
        onChange={(event) => {
          cell.setTyped(event.currentTarget.value)
          cell.change(event.currentTarget.value)
        }}
        onBlur={() => {
          cell.setTyped(undefined)
          cell.onBlur()
        }}
      />
      <datalist id={list}>
        {props.suggestions.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  )
}

/** One of a list, found by typing the beginning of a word; Enter or Tab takes the first found. */
export function ChoiceCell(props: CellProps & { choices: readonly Choice[]; onTaken: () => void }) {
  const { t } = useTranslation()
  const cell = useCell(props)
  const combobox = useCombobox()
  const shown = props.choices.find(({ value }) => value === cell.value)?.label ?? ''
  const options = filterChoices(props.choices, cell.typed ?? '')
  const open = combobox.dropdownOpened
  useEffect(() => {
    if (open && cell.typed) combobox.selectFirstOption()
    // Only when another text is typed: the arrows must not be thrown back.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [cell.typed, open])
  const take = (value: string | undefined) => {
    combobox.closeDropdown()
    if (value === undefined) return
    cell.setTyped(undefined)
    cell.change(value)
  }
  return (
    <Combobox store={combobox} onOptionSubmit={take} withinPortal>
      <Combobox.Target withExpandedAttribute>
        <input
          {...cell.control}
          ref={(node) => {
            cell.control.ref(node)
            undoOf.set(node, () => {
              combobox.closeDropdown()
              cell.undo()
            })
          }}
          type="text"
          role="combobox"
          aria-expanded={open}
          value={cell.typed ?? shown}
          onFocus={(event) => {
            cell.remember()
            event.currentTarget.select()
          }}
          onClick={() => {
            combobox.openDropdown()
          }}
          onChange={(event) => {
            const text = event.currentTarget.value
            cell.setTyped(text)
            combobox.openDropdown()
            const none = text.trim() !== '' && filterChoices(props.choices, text).length === 0
            cell.change('', none ? { code: 'activityUnknown' } : undefined, none ? text : undefined)
          }}
          onBlur={() => {
            if (cell.typed !== undefined && cell.typed.trim() !== '') {
              const index = Math.max(0, combobox.getSelectedOptionIndex())
              take((open ? options[index] : options[0])?.value)
            } else if (cell.typed !== undefined) cell.setTyped(undefined)
            combobox.closeDropdown()
            cell.onBlur()
          }}
          onKeyDown={(event) => {
            if (event.code === 'F2' || (event.altKey && event.code === 'ArrowDown')) {
              event.preventDefault()
              combobox.openDropdown()
            } else if (open && event.key === 'Enter') {
              event.preventDefault()
              const index = combobox.getSelectedOptionIndex()
              take(options[Math.max(0, index)]?.value)
              props.onTaken()
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown miw={260}>
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
  )
}

/** How the grid takes a cell back on Esc, by its element. */
class Undos {
  readonly #byElement = new WeakMap<Element, () => void>()
  set(element: Element | null, undo: () => void): void {
    if (element) this.#byElement.set(element, undo)
  }
  run(element: Element): void {
    this.#byElement.get(element)?.()
  }
}
export const undoOf = new Undos()
