import { useQuery } from '@tanstack/react-query'
import { Lock } from 'lucide-react'
import { kindOf, type Methodology } from '#domain/methodologies/schema.ts'
import { formatDate, formatHoursText, formatPercent } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { Facts } from '#renderer/components/display/facts.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import classes from './methodologies.module.css'

/** One version for reading: areas, items, answers with points, degrees with hours. */
export default function MethodologyPage() {
  const { methodologyId = '' } = useRouteParams()
  const { t } = useTranslation()
  const goTo = useGoTo()
  const may = useMay()
  const query = useQuery(orpc.methodologies.find.queryOptions({ input: { id: methodologyId } }))
  if (!query.data) return query.error ? <EmptyState text={t('errors:notFound')} /> : null
  const { data, locked, uses } = query.data
  const givesHours = kindOf(data) === 'needs'
  return (
    <>
      <PageHead
        title={data.name}
        path={[
          { label: t('shell:groups.assessment') },
          { label: t('methodologies:title'), to: '/methodologies' },
        ]}
        status={
          locked ? (
            <StatusBadge tone="locked" icon={Lock} word={t('methodologies:locked')} />
          ) : undefined
        }
        main={
          may('methodologies.write')
            ? {
                label: t('methodologies:newVersion'),
                run: () => {
                  goTo(addressOf('/methodologies/$methodologyId/new-version', methodologyId))
                },
              }
            : undefined
        }
      />
      <div className={classes.stack}>
        <Facts
          facts={[
            {
              label: t('methodologies:field.kind'),
              value: t(`methodologies:kind.${kindOf(data)}`),
            },
            { label: t('methodologies:field.version'), value: data.version },
            { label: t('methodologies:field.validFrom'), value: formatDate(data.validFrom) },
            { label: t('methodologies:field.approvedBy'), value: data.approvedBy },
            { label: t('methodologies:field.uses'), value: uses },
            ...(givesHours
              ? [
                  {
                    label: t('methodologies:field.maxMinutesPerMonth'),
                    value:
                      data.maxMinutesPerMonth === null
                        ? null
                        : formatHoursText(data.maxMinutesPerMonth),
                  },
                  {
                    label: t('methodologies:field.coefficients'),
                    value: data.coefficients
                      .map(({ minAge, maxAge, percent }) =>
                        [
                          minAge === null && maxAge === null
                            ? t('methodologies:anyAge')
                            : t('methodologies:ages', { from: minAge ?? 0, to: maxAge ?? '…' }),
                          formatPercent(percent),
                        ].join(': '),
                      )
                      .join('; '),
                  },
                  {
                    label: t('methodologies:field.tieBreakers'),
                    value: data.tieBreakers
                      .map((one) => t(`methodologies:tieBreaker.${one}`))
                      .join(' → '),
                  },
                ]
              : []),
          ]}
        />
        {givesHours ? <Bands methodology={data} /> : null}
        {data.groups.map((group) => (
          <section key={group.id} aria-labelledby={`group-${group.id}`} lang="bg">
            <h2 id={`group-${group.id}`}>
              {group.letter}. {group.name}
            </h2>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t('methodologies:field.item')}</th>
                  <th scope="col">{t('methodologies:field.options')}</th>
                </tr>
              </thead>
              <tbody>
                {group.items.map((item) => (
                  <tr key={item.id}>
                    <td>
                      {item.text}
                      {item.weightPercent === 100 ? null : (
                        <div className="o-small o-muted">
                          {t('methodologies:weight', { percent: item.weightPercent })}
                        </div>
                      )}
                      {item.reason === 'always' ? (
                        <div className="o-small o-muted">{t('methodologies:reasonAlways')}</div>
                      ) : null}
                      {item.direction === 'independence' ? (
                        <div className="o-small o-muted">
                          {t('methodologies:direction.independence')}
                        </div>
                      ) : null}
                    </td>
                    <td>
                      {item.options
                        .map((option) =>
                          t('methodologies:optionPoints', {
                            text: option.text,
                            points: option.points,
                          }),
                        )
                        .join(' · ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </>
  )
}

/** Degrees as a table and as one line of points, so that a gap is seen. */
function Bands({ methodology }: { methodology: Methodology }) {
  const { t } = useTranslation()
  const bands = methodology.bands.toSorted((a, b) => a.min - b.min)
  const last = bands.at(-1)?.max ?? 1
  return (
    <section aria-labelledby="methodology-bands">
      <h2 id="methodology-bands">{t('methodologies:field.bands')}</h2>
      <svg
        className={classes.plot}
        viewBox={`0 0 ${String(last + 1)} 10`}
        preserveAspectRatio="none"
        aria-hidden
      >
        {bands.map((band, index) => (
          <rect
            key={band.min}
            x={band.min}
            y={10 - ((index + 1) * 10) / bands.length}
            width={band.max - band.min + 1}
            height={((index + 1) * 10) / bands.length}
          />
        ))}
      </svg>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('methodologies:field.points')}</th>
            <th scope="col">{t('methodologies:field.degree')}</th>
            <th scope="col" data-end>
              {t('methodologies:field.minutesPerMonth')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bands.map((band) => (
            <tr key={band.min}>
              <td>{t('methodologies:range', { from: band.min, to: band.max })}</td>
              <td>{band.degree ?? t('methodologies:belowThreshold')}</td>
              <td data-end>{formatHoursText(band.minutesPerMonth)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
