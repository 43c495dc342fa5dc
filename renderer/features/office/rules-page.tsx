import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatInstant } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { NotFound } from '#renderer/components/display/plain-pages.tsx'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { RecoveryAgain } from './recovery-again.tsx'
import { RegimeLimits } from './programme-field.tsx'
import { NewValue } from './new-value.tsx'
import { numberPartsOf, valueText, type NumberParts, type Rule } from './rule-values.ts'
import { SettingsFrame } from '../settings/settings-frame.tsx'
import classes from '../settings/settings.module.css'

const groups = ['deadlines', 'limits', 'numbers', 'papers', 'security'] as const
type Group = (typeof groups)[number]

/** Dated rules of one group: what holds, since when, by what; a new value is added from a day on. */
export default function RulesPage() {
  const { group } = useRouteParams()
  const known = groups.find((one) => one === group)
  return known ? <Rules key={known} group={known} /> : <NotFound />
}

function Rules({ group }: { group: Group }) {
  const { t } = useTranslation()
  const may = useMay()
  const [changing, setChanging] = useState<Rule>()
  const { data } = useQuery(orpc.settings.list.queryOptions({ input: { group } }))
  const parts = numberPartsOf(data)
  return (
    <SettingsFrame at={group}>
      <PageHead
        title={t(`office:groups.${group}`)}
        path={[{ label: t('office:settings'), to: '/settings/office' }]}
      />
      <p>{t('office:rulesWhat')}</p>
      <div
        className={classes.scroll}
        tabIndex={0}
        role="region"
        aria-label={t(`office:groups.${group}`)}
      >
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('office:rule')}</th>
              <th scope="col">{t('office:value')}</th>
              <th scope="col">{t('office:source')}</th>
              <th scope="col">
                <span className="o-hidden">{t('office:change')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data?.map((rule) => (
              <tr key={rule.key}>
                <th scope="row">{t(`office:rules.${rule.key}`)}</th>
                <td className={classes.value}>{valueText(t, rule.unit, rule.value, parts)}</td>
                <td>
                  <Source rule={rule} />
                  <History rule={rule} parts={parts} />
                </td>
                <td>
                  <button
                    type="button"
                    className="o-link-button"
                    aria-label={t('office:changeOf', { rule: t(`office:rules.${rule.key}`) })}
                    onClick={() => {
                      setChanging(rule)
                    }}
                  >
                    {t('office:change')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {group === 'limits' ? (
        <section className={classes.more} aria-labelledby="law-title">
          <h2 id="law-title">{t('office:lawLimits')}</h2>
          <RegimeLimits id="assistantSupport" />
        </section>
      ) : null}
      {group === 'security' && may('accounts.manage') ? (
        <>
          <RecoveryAgain />
          <ChangeKey />
        </>
      ) : null}
      {changing ? (
        <NewValue
          rule={changing}
          parts={parts}
          onClose={() => {
            setChanging(undefined)
          }}
        />
      ) : null}
    </SettingsFrame>
  )
}

/** „по чл. 80, ал. 2 от ЗСУ“ or „със Заповед № 7, в сила от 01.12.2026 г.“. */
function Source({ rule }: { rule: Rule }) {
  const { t } = useTranslation()
  if (rule.validFrom === null)
    return (
      <>
        {rule.source === null
          ? t('office:byProgram')
          : t('office:bySource', { source: rule.source })}
      </>
    )
  return (
    <>{t('office:byOffice', { source: rule.source ?? '', date: formatDate(rule.validFrom) })}</>
  )
}

/** What is to come stands open; what has been is folded. Nothing of it can be changed. */
function History({ rule, parts }: { rule: Rule; parts: NumberParts }) {
  const { t } = useTranslation()
  const now = rule.validFrom ?? ''
  const coming = rule.history.filter((row) => row.validFrom > now && isLast(rule, row))
  const past = rule.history.filter((row) => !coming.includes(row))
  const line = (row: Rule['history'][number]) => (
    <li key={row.id} className="o-small">
      {t('office:valueFrom', {
        value: valueText(t, rule.unit, row.value, parts),
        date: formatDate(row.validFrom),
        source: row.source,
      })}{' '}
      <span className="o-muted">
        {t('office:writtenBy', {
          name: row.changedBy ?? t('common:program'),
          time: formatInstant(row.changedAt),
        })}
      </span>
    </li>
  )
  return (
    <>
      {coming.length > 0 ? <ul className={classes.history}>{coming.map(line)}</ul> : null}
      {past.length > 0 ? (
        <details>
          <summary className="o-small">{t('office:history', { count: past.length })}</summary>
          <ul className={classes.history}>{past.map(line)}</ul>
        </details>
      ) : null}
    </>
  )
}

/** Of two values from the same day the later one corrects the earlier. */
function isLast(rule: Rule, row: Rule['history'][number]): boolean {
  return !rule.history.some(
    (other) => other.validFrom === row.validFrom && other.revision > row.revision,
  )
}

function ChangeKey() {
  const { t } = useTranslation()
  return (
    <section className={classes.more} aria-labelledby="key-title">
      <h2 id="key-title">{t('keyring:title')}</h2>
      <p>{t('keyring:when')}</p>
      <Link to="/settings/key">{t('keyring:open')}</Link>
    </section>
  )
}
