import { useEffect, useRef, useState } from 'react'
import { formatId } from '#domain/text/format-person.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { say } from '#renderer/shell/toasts.ts'
import { useAction } from '#renderer/components/steps/use-action.ts'
import classes from './people.module.css'

/** How long a whole number stays on the screen, in milliseconds. */
const shownFor = 30_000

/** The masked number; „Покажи“ is written down and hides again after half a minute. */
export function IdNumber({
  person,
}: {
  person: { id: string; idKind: 'egn' | 'lnch' | 'other'; idNumber: string }
}) {
  const { t } = useTranslation()
  const may = useMay()
  const action = useAction()
  const [whole, setWhole] = useState<Awaited<ReturnType<typeof client.people.revealId>>>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(
    () => () => {
      clearTimeout(timer.current)
    },
    [],
  )
  if (!may('people.revealId')) return null
  const hide = () => {
    clearTimeout(timer.current)
    setWhole(undefined)
  }
  const show = async () => {
    const shown = await action.run('reveal', { id: person.id }, client.people.revealId, {
      reads: true,
      refused: () => {
        say(t('errors:officeSilent'), { tone: 'bad' })
      },
    })
    if (!shown) return
    setWhole(shown.answer)
    timer.current = setTimeout(hide, shownFor)
  }
  return (
    <span className={classes.number}>
      <span className="o-muted">{t(`people:idKind.${person.idKind}`)}</span>
      <span data-id-number>{whole === undefined ? person.idNumber : formatId(whole.idNumber)}</span>
      {whole?.former.map((one) => (
        <span key={`${one.idKind} ${one.idNumber}`} className="o-muted" data-id-number>
          {t('people:formerId', {
            kind: t(`people:idKind.${one.idKind}`),
            number: formatId(one.idNumber),
          })}
        </span>
      ))}
      <button
        type="button"
        className="o-link-button"
        aria-pressed={whole !== undefined}
        onClick={() => {
          if (whole === undefined) void show()
          else hide()
        }}
      >
        {t(whole === undefined ? 'people:reveal' : 'people:hide')}
      </button>
    </span>
  )
}
