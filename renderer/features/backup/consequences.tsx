import { useId } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import classes from './backup.module.css'

export type Consequence = 'safety' | 'everybody' | 'passwords' | 'numbers' | 'aside'

/** What becomes so, one line each, before the step that nobody takes back alone. */
export function Consequences({ lines }: { lines: readonly Consequence[] }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('backup:consequencesTitle')}</h2>
      <ul className={classes.consequences}>
        {lines.map((line) => (
          <li key={line}>{t(`backup:consequences.${line}`)}</li>
        ))}
      </ul>
    </section>
  )
}
