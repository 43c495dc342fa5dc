import { ArrowRight, Command, FileText, UserRound } from 'lucide-react'
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { Layer } from '#renderer/components/layers/layer.tsx'
import { closePalette, paletteState } from './palette-state.ts'
import { rememberOpened } from '#renderer/shell/recently-opened.ts'
import type { PaletteRow } from '#renderer/shell/palette-source.ts'
import { usePaletteRows } from './use-palette-rows.ts'
import classes from './palette.module.css'

const icons = { people: UserRound, papers: FileText, pages: ArrowRight, actions: Command }

/** „Търсене и команди“: find, go, do. The first row is always selected: type, Enter. */
export function Palette() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const id = useId()
  const [text, setText] = useState(paletteState.get().text)
  const [actionsOf, setActionsOf] = useState<PaletteRow>()
  const [active, setActive] = useState(0)
  const found = usePaletteRows(text)
  const rows = actionsOf ? (actionsOf.actions ?? []) : found.rows.slice(0, 40)
  const at = Math.min(active, Math.max(0, rows.length - 1))
  const before = useRef<Element>(null)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const enterWaits = useRef(false)

  useLayoutEffect(() => {
    before.current = document.activeElement
    input.current?.focus()
    // A page that has just got its data may put the focus where it begins: it gets it afterwards.
    const keepHere = (event: FocusEvent) => {
      if (event.target === input.current || !(event.target instanceof Element)) return
      before.current = event.target
      input.current?.focus()
    }
    document.addEventListener('focusin', keepHere)
    return () => {
      document.removeEventListener('focusin', keepHere)
    }
  }, [])
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [at, rows])

  useEffect(() => {
    if (!enterWaits.current || found.stale) return
    enterWaits.current = false
    open(found.rows[0])
  })

  const leave = () => {
    closePalette()
    const back = before.current
    // After the layer is gone, else it would hold the focus back.
    requestAnimationFrame(() => {
      if (back instanceof HTMLElement && back.isConnected) back.focus()
    })
  }
  const open = (row: PaletteRow | undefined) => {
    if (!row) return
    leave()
    if (row.kind === 'people' || row.kind === 'papers') {
      const { actions: _actions, ...kept } = row
      if (row.to) rememberOpened(kept)
    }
    row.before?.()
    if (row.to) goTo(row.to)
    // After the layer is gone: the action may open one of its own.
    else if (row.run) requestAnimationFrame(row.run)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at]
    if (event.code === 'ArrowDown') setActive(Math.min(rows.length - 1, at + 1))
    else if (event.code === 'ArrowUp') setActive(Math.max(0, at - 1))
    else if (event.code === 'Tab') {
      // Tab stays here: it shows what can be done with the row.
      if (!event.shiftKey && row?.actions?.length && !actionsOf) {
        setActionsOf(row)
        setActive(0)
      }
    } else if (event.key === 'Enter' && !found.stale) open(row)
    else if (event.key === 'Enter') {
      // The answer for these letters is not here yet: opening the old row would be a surprise. The
      // first row of the new answer opens as soon as it comes.
      enterWaits.current = true
    } else if (event.code === 'Escape') {
      if (actionsOf) {
        setActionsOf(undefined)
        setActive(0)
      } else leave()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return createPortal(
    <Layer>
      <div
        className={classes.ground}
        onMouseDown={(event) => {
          if (event.target === event.currentTarget) leave()
        }}
      >
        <div
          className={classes.box}
          role="dialog"
          aria-modal="true"
          aria-label={t('shell:keys.palette')}
        >
          {actionsOf ? <p className={classes.of}>{actionsOf.title}</p> : null}
          <input
            ref={input}
            className={classes.input}
            role="combobox"
            aria-expanded
            aria-controls={`${id}-list`}
            aria-activedescendant={rows.length ? `${id}-${String(at)}` : undefined}
            aria-label={t('shell:keys.palette')}
            placeholder={t('shell:searchHint')}
            autoComplete="off"
            spellCheck={false}
            value={text}
            readOnly={actionsOf !== undefined}
            onChange={(event) => {
              setText(event.currentTarget.value)
              enterWaits.current = false
              setActive(0)
            }}
            onKeyDown={onKeyDown}
          />
          {found.shownFor && !actionsOf ? (
            <p className={classes.note}>{t('shell:palette.shownFor', { text: found.shownFor })}</p>
          ) : null}
          <ul
            ref={list}
            id={`${id}-list`}
            role="listbox"
            aria-label={t('shell:palette.results')}
            className={classes.rows}
            data-stale={found.stale && !actionsOf ? '' : undefined}
          >
            {rows.map((row, index) => {
              const Icon = row.icon ?? icons[row.kind]
              return (
                <li
                  key={row.id}
                  id={`${id}-${String(index)}`}
                  role="option"
                  aria-selected={index === at}
                  className={classes.row}
                  onMouseDown={(event) => {
                    event.preventDefault()
                    open(row)
                  }}
                >
                  <Icon size={16} aria-hidden />
                  <span className={classes.title}>
                    <Marked
                      text={row.title}
                      wanted={actionsOf ? '' : (found.shownFor ?? found.text)}
                    />
                  </span>
                  {row.facts?.map((fact) => (
                    <span key={fact} className={classes.fact}>
                      {fact}
                    </span>
                  ))}
                  {row.kind === 'people' ? (
                    // Kept free until it is known: names and facts do not move aside for it.
                    <span className={classes.status}>
                      {row.status ? <StatusBadge {...row.status} /> : null}
                    </span>
                  ) : row.status ? (
                    <StatusBadge {...row.status} />
                  ) : null}
                  {row.chord ? <kbd>{row.chord}</kbd> : null}
                </li>
              )
            })}
          </ul>
          {rows.length === 0 && found.text !== '' && !found.stale ? (
            <p className={classes.note} role="status">
              {t('shell:palette.nothing', { text: found.text })}
            </p>
          ) : null}
          <p className={classes.hint}>
            {t(actionsOf ? 'shell:palette.hintActions' : 'shell:palette.hint')}
          </p>
        </div>
      </div>
    </Layer>,
    document.body,
  )
}

/** The part of the title that was typed, in bold. */
function Marked({ text, wanted }: { text: string; wanted: string }) {
  const parts = wanted.toLocaleLowerCase('bg').split(/\s+/u).filter(Boolean)
  return text.split(/(\s+)/u).map((word, index) => {
    const hit = parts.find((part) => word.toLocaleLowerCase('bg').startsWith(part))
    return hit ? (
      <span key={index}>
        <b>{word.slice(0, hit.length)}</b>
        {word.slice(hit.length)}
      </span>
    ) : (
      word
    )
  })
}
