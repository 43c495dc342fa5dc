import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiClient } from '#renderer/app/client.ts'
import { formatInstant, formatNumber } from '#domain/text/format.ts'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import classes from './audit.module.css'

type Message =
  Awaited<ReturnType<ApiClient['audit']['verify']>> extends AsyncIterator<infer M> ? M : never
export type ChainReport = Extract<Message, { kind: 'done' }>['report']

/** What the check found, in words: up to where the entries are whole, or where they break. */
export function ChainResult(props: {
  report: ChainReport
  onShow: (seq: number) => void
  onClose: () => void
}) {
  const { report } = props
  const { t } = useTranslation()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    head.current?.focus()
  }, [report])
  const notes = [
    t('audit:verify.entries', { count: report.entries }),
    ...(report.shredded > 0 ? [t('audit:verify.shredded', { count: report.shredded })] : []),
    ...(report.clockSetBack > 0
      ? [t('audit:verify.clockSetBack', { count: report.clockSetBack })]
      : []),
  ]
  const until =
    report.head === null
      ? t('audit:verify.empty')
      : t('audit:verify.whole', { when: formatInstant(report.head.recordedAt) })
  return (
    <section className={classes['result']} aria-labelledby="chain-result" data-ok={report.ok}>
      <h2 id="chain-result" ref={head} tabIndex={-1}>
        <StatusBadge
          tone={report.ok ? 'ok' : 'bad'}
          icon={report.ok ? ShieldCheck : ShieldAlert}
          word={report.ok ? until : t('audit:verify.broken')}
        />
      </h2>
      {report.guardsMissing ? <p>{t('audit:verify.guards')}</p> : null}
      {report.breaks.length > 0 ? (
        <ul>
          {report.breaks.map((one) => (
            <li key={`${String(one.seq)}.${one.kind}`}>
              {t(one.at === null ? 'audit:verify.breakGone' : 'audit:verify.break', {
                seq: formatNumber(one.seq),
                when: one.at === null ? '' : formatInstant(one.at),
                what: t(`audit:verify.kinds.${one.kind}`),
              })}{' '}
              {one.at === null ? null : (
                <button
                  type="button"
                  className="o-link-button"
                  onClick={() => {
                    props.onShow(one.seq)
                  }}
                >
                  {t('audit:verify.show')}
                </button>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {report.ok ? null : <p>{t('audit:verify.todo')}</p>}
      <p className="o-small o-muted">
        {notes.join(' ')}{' '}
        <button type="button" className="o-link-button" onClick={props.onClose}>
          {t('audit:verify.close')}
        </button>
      </p>
    </section>
  )
}
