import classes from './display.module.css'

/** A key drawn beside what it does; people who know them switch them off. Not read aloud. */
export function KeyHint({ chord }: { chord: string }) {
  return (
    <kbd className={`o-key-hint ${classes.keyHint}`} aria-hidden>
      {chord}
    </kbd>
  )
}
