import { Link } from '@tanstack/react-router'
import { civilDateAt } from '#domain/calendar/instant.ts'
import { formatDate, formatNumber, formatRegistryNumber, formatTime } from '#domain/text/format.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Facts, type Fact } from '#renderer/components/display/facts.tsx'
import type { Card, Found } from './found.ts'

/** Points, interview, commission, and what each one declared of the candidate. */
export function CardFacts({ found, card }: { found: Found; card: Card }) {
  const { t } = useTranslation()
  const { methodology, candidacy, max } = found
  const outOf = (points: number) =>
    t('selections:outOf', { points: formatNumber(points), max: formatNumber(max) })
  const { interview, commission } = card
  const by = (name: string, date: string) => (
    <span lang="bg">{t('selections:by', { name, date: formatDate(date) })}</span>
  )
  const paper = (label: string, one: { id: string; number: string } | null): Fact[] =>
    one
      ? [
          {
            label,
            value: (
              <Link to={addressOf(routes.paper, one.id)}>{formatRegistryNumber(one.number)}</Link>
            ),
          },
        ]
      : []
  const facts: Fact[] = [
    {
      label: t('selections:field.scorer'),
      value: card.scorer === null ? null : <span lang="bg">{card.scorer}</span>,
    },
    ...(methodology
      ? [
          {
            label: t('selections:field.methodology'),
            value: (
              <span lang="bg">
                {t('selections:byMethodology', {
                  name: methodology.name,
                  version: methodology.version,
                })}
              </span>
            ),
          },
        ]
      : []),
    ...(candidacy.namedPerson === ''
      ? []
      : [
          {
            label: t('selections:field.namedPerson'),
            value: <span lang="bg">{candidacy.namedPerson}</span>,
          },
        ]),
    ...(card.points === null
      ? []
      : [{ label: t('selections:field.cardPoints'), value: outOf(card.points) }]),
    ...(card.scoredOn === null
      ? []
      : [{ label: t('selections:field.scoredOn'), value: formatDate(card.scoredOn) }]),
    ...(commission
      ? [
          { label: t('selections:field.commissionPoints'), value: outOf(commission.points) },
          {
            label: t('selections:field.commissionBy'),
            value: <span lang="bg">{commission.by}</span>,
          },
          ...(commission.comment === ''
            ? []
            : [
                {
                  label: t('selections:field.comment'),
                  value: <span lang="bg">{commission.comment}</span>,
                },
              ]),
        ]
      : []),
    ...(card.standing === null
      ? []
      : [{ label: t('selections:field.standing'), value: outOf(card.standing) }]),
    ...(interview.on === null
      ? []
      : [
          {
            label: t('selections:field.interviewOn'),
            value: t('selections:when', {
              date: formatDate(interview.on),
              time: formatTime(interview.minute ?? 0),
            }),
          },
          {
            label: t('selections:field.place'),
            value: <span lang="bg">{interview.place}</span>,
          },
        ]),
    ...paper(t('selections:field.invitation'), card.invitation),
    ...(interview.came === null
      ? []
      : [
          {
            label: t('selections:section.interview'),
            value: t(`selections:cameSaid.${interview.came}`),
          },
        ]),
    ...(interview.note === ''
      ? []
      : [{ label: t('selections:field.note'), value: <span lang="bg">{interview.note}</span> }]),
    ...(card.approvedBy === null || card.approvedOn === null
      ? []
      : [{ label: t('selections:field.approved'), value: by(card.approvedBy, card.approvedOn) }]),
    ...paper(t('selections:field.paper'), card.paper),
  ]
  return (
    <>
      <Facts facts={facts} />
      <section aria-labelledby="selection-conflicts">
        <h2 id="selection-conflicts">{t('selections:section.conflict')}</h2>
        <ul>
          {card.conflicts.map((one) => (
            <li key={one.at + one.by}>
              {by(one.by, civilDateAt(one.at))}: {t(`selections:conflictSaid.${one.kind}`)}
              {one.text === '' ? null : <span lang="bg"> ({one.text})</span>}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
