import { Search, X } from 'lucide-react'
import { useState, type ReactNode, type Ref } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import classes from './list.module.css'

export interface FilterChip {
  /** „Населено място „Драговищица““ */
  label: string
  onRemove: () => void
}

/** Filter as one types (Ctrl+F), the rest as words with ✕; ↓ goes into the list, Esc empties. */
export function ListFilter(props: {
  ref: Ref<HTMLDivElement>
  label: string
  /** There is a box for any words; without it the fields of the page stand alone. */
  free: boolean
  text: string
  onText: (text: string) => void
  onDown: () => void
  chips: readonly FilterChip[]
  onClear: () => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  // The box must echo each key at once, also while the list is being drawn.
  const [typed, setTyped] = useState(props.text)
  const [seen, setSeen] = useState(props.text)
  if (seen !== props.text) {
    setSeen(props.text)
    setTyped(props.text)
  }
  const type = (text: string) => {
    setTyped(text)
    setSeen(text)
    props.onText(text)
  }
  return (
    <div ref={props.ref} role="search" aria-label={props.label} className={classes.filter}>
      {props.free ? (
        <div className={classes.filterBox}>
          <Search size={16} aria-hidden />
          <input
            type="text"
            aria-label={props.label}
            placeholder={t('shell:list.filterShort')}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => {
              type(event.currentTarget.value)
            }}
            onKeyDown={(event) => {
              if (event.code === 'ArrowDown' || event.key === 'Enter') {
                event.preventDefault()
                props.onDown()
              } else if (event.code === 'Escape' && typed !== '') {
                event.stopPropagation()
                type('')
              }
            }}
          />
          <kbd className="o-key-hint" aria-hidden>
            Ctrl+F
          </kbd>
        </div>
      ) : null}
      {props.children}
      {props.chips.map((chip) => (
        <button
          key={chip.label}
          type="button"
          className={classes.chip}
          onClick={chip.onRemove}
          aria-label={t('shell:list.removeFilter', { filter: chip.label })}
        >
          {chip.label} <X size={14} aria-hidden />
        </button>
      ))}
      {props.chips.length > 0 ? (
        <button type="button" className="o-link-button" onClick={props.onClear}>
          {t('shell:list.clear')}
        </button>
      ) : null}
    </div>
  )
}
