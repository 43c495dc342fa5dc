import { useId, useLayoutEffect, useRef, useState } from 'react'
import classes from './layers.module.css'

export interface PickListProps {
  label: string
  options: readonly { value: string; label: string; note?: string }[]
  onPick: (value: string) => void
  /** Digits pick: by place, or by the option's own value (the „Ново…“ menu). */
  digits?: boolean | 'values'
}

/** A short list for choosing one: ↑↓, Home, End, first letters, Enter, or a digit. */
export function PickList({ label, options, onPick, digits }: PickListProps) {
  const id = useId()
  const [active, setActive] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  // At once, not when the dialog's own trap gets to it: „Alt+N 4“ is typed in one go.
  useLayoutEffect(() => {
    if (digits) list.current?.focus()
  }, [digits])
  const move = (to: number) => {
    const next = Math.max(0, Math.min(options.length - 1, to))
    setActive(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <ul
      ref={list}
      role="listbox"
      aria-label={label}
      aria-activedescendant={`${id}-${String(active)}`}
      tabIndex={0}
      data-autofocus
      data-own-enter
      className={classes.pickList}
      onKeyDown={(event) => {
        const steps: Record<string, number> = {
          ArrowDown: active + 1,
          ArrowUp: active - 1,
          Home: 0,
          End: options.length - 1,
        }
        const to = steps[event.code]
        const digit = digits ? /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] : undefined
        if (to !== undefined) move(to)
        else if (digit) {
          const picked =
            digits === 'values'
              ? options.find((own) => own.value === digit)
              : options[Number(digit) - 1]
          if (picked) onPick(picked.value)
        } else if (event.key === 'Enter') onPick(options[active]?.value ?? '')
        else if (event.key.length === 1 && !event.ctrlKey && !event.altKey) {
          const letter = event.key.toLocaleLowerCase('bg')
          const order = [...options.keys()].map((index) => (active + 1 + index) % options.length)
          const found = order.find((index) =>
            options[index]?.label.toLocaleLowerCase('bg').startsWith(letter),
          )
          if (found === undefined) return
          move(found)
        } else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      {options.map((option, index) => (
        <li
          key={option.value}
          id={`${id}-${String(index)}`}
          role="option"
          aria-selected={index === active}
          className={classes.pick}
          onClick={() => {
            onPick(option.value)
          }}
        >
          {digits ? <kbd>{digits === 'values' ? option.value : index + 1}</kbd> : null}
          <span>{option.label}</span>
          {option.note ? <span className="o-muted o-small">{option.note}</span> : null}
        </li>
      ))}
    </ul>
  )
}
