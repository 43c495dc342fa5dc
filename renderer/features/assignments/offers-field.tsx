import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { formatHoursText } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { FieldFrame } from '#renderer/components/fields/field-frame.tsx'
import { useField, type FieldProps } from '#renderer/components/fields/use-field.ts'
import type { OfferLine } from './found.ts'
import { reasonBadge } from './reason-text.ts'
import classes from './assignments.module.css'

/** So many are drawn at once; the way down brings the next ones. */
const piece = 40

/** Who may help, each with the reasons in words: ↑↓, Home, End, first letters; Enter chooses and goes on. */
export function OffersField(props: FieldProps & { offers: readonly OfferLine[] }) {
  const { offers } = props
  const { t } = useTranslation()
  const field = useField(props)
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  // Where somebody is chosen already, the way begins there.
  const [place, setPlace] = useState(() =>
    Math.max(
      0,
      offers.findIndex(({ employmentId }) => employmentId === field.value),
    ),
  )
  const [drawn, setDrawn] = useState(piece)
  const active = Math.min(place, Math.max(0, offers.length - 1))
  const shown = offers.slice(0, Math.max(drawn, active + 1))

  const move = (to: number) => {
    const next = Math.max(0, Math.min(offers.length - 1, to))
    setPlace(next)
    if (next >= shown.length - 2) setDrawn(next + piece)
    requestAnimationFrame(() => {
      list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
    })
  }
  const take = (offer: OfferLine | undefined) => {
    if (!offer?.possible) return false
    field.change(offer.employmentId)
    return true
  }
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 8,
      PageUp: active - 8,
      Home: 0,
      End: offers.length - 1,
    }
    const to = steps[event.code]
    if (to !== undefined) move(to)
    else if (event.key === 'Enter' && !event.shiftKey) {
      const host = event.currentTarget
      if (take(offers[active]))
        requestAnimationFrame(() => {
          field.tools.advance(host)
        })
    } else if (event.key === ' ') take(offers[active])
    else if (event.key.length === 1) {
      const letter = event.key.toLocaleLowerCase('bg')
      const order = [...offers.keys()].map((index) => (active + 1 + index) % offers.length)
      const found = order.find((index) =>
        offers[index]?.name.toLocaleLowerCase('bg').startsWith(letter),
      )
      if (found === undefined) return
      move(found)
    } else return
    event.preventDefault()
  }

  return (
    <FieldFrame field={field} props={props} group>
      <div data-field={props.name}>
        <ul
          ref={list}
          role="listbox"
          aria-label={props.label}
          aria-activedescendant={`${id}-${String(active)}`}
          tabIndex={0}
          data-own-enter
          className={classes.offers}
          onKeyDown={onKeyDown}
          onBlur={field.onBlur}
        >
          {shown.map((offer, index) => (
            <li
              key={offer.employmentId}
              id={`${id}-${String(index)}`}
              role="option"
              aria-selected={field.value === offer.employmentId}
              aria-disabled={!offer.possible}
              data-active={index === active ? '' : undefined}
              className={classes.offer}
              onClick={() => {
                setPlace(index)
                take(offer)
              }}
            >
              <Offer offer={offer} />
            </li>
          ))}
        </ul>
      </div>
      {shown.length < offers.length ? (
        <p className="o-small o-muted">
          {t('assignments:offersShown', { shown: shown.length, all: offers.length })}
        </p>
      ) : null}
    </FieldFrame>
  )
}

function Offer({ offer }: { offer: OfferLine }) {
  const { t } = useTranslation()
  const { assistant, normMinutes, plannedMinutes } = offer
  return (
    <>
      <span>
        <strong lang="bg">{offer.name}</strong>{' '}
        <span className="o-muted" lang="bg">
          {[assistant.position, offer.settlement].filter(Boolean).join(', ')}
        </span>{' '}
        {normMinutes === null ? null : (
          <span className="o-small o-muted">
            {t('assignments:planOfNorm', {
              plan: formatHoursText(plannedMinutes),
              norm: formatHoursText(normMinutes),
            })}
          </span>
        )}
      </span>
      <span className={classes.reasons}>
        {offer.reasons.map((reason) => (
          <StatusBadge key={reason.code} {...reasonBadge(reason)} />
        ))}
      </span>
    </>
  )
}
