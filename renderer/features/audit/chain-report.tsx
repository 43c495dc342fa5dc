import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation, type Translate } from '#renderer/shell/use-translation.ts'
import type { ApiClient } from '#renderer/shell/client.ts'
import { formatInstant, formatNumber } from '#domain/text/format.ts'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import classes from './audit.module.css'

type Message =
  Awaited<ReturnType<ApiClient['audit']['verify']>> extends AsyncIterator<infer M> ? M : never
export type ChainReport = Extract<Message, { kind: 'done' }>['report']

type ChainBreak = ChainReport['breaks'][number]

/** One break in words: at its entry, or after the last one that is there. */
function breakWords({ seq, kind, at, copy }: ChainBreak, last: number, t: Translate): string {
  const when = at === null ? '' : formatInstant(at)
  const params = { seq: formatNumber(seq), when }
  if (kind === 'anchor' && copy !== null) {
    const whole = {
      ...params,
      head: formatNumber(last),
      copy: t(copy.medium === null ? 'audit:verify.copyBeside' : 'audit:verify.copyOn', {
        when: formatInstant(copy.createdAt),
        medium: copy.medium ?? '',
      }),
    }
    if (at !== null) return t('audit:verify.breakAnchor', whole)
    return t(seq > last ? 'audit:verify.breakCut' : 'audit:verify.breakAnchorGone', whole)
  }
  return t(at === null ? 'audit:verify.breakGone' : 'audit:verify.break', {
    ...params,
    what: t(`audit:verify.kinds.${kind}`),
  })
}

/** What the check found, in words: up to where the entries are whole, or where they break. */
export function ChainResult(props: {
  report: ChainReport
  onShow: (seq: number) => void
  onClose: () => void
}) {
  const { report } = props
  const { anchors } = report
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
    ...(anchors.compared > 0 ? [t('audit:verify.compared', { count: anchors.compared })] : []),
    ...(anchors.replaced > 0 ? [t('audit:verify.replaced', { count: anchors.replaced })] : []),
    ...(anchors.onMedia === 0 ? [t('audit:verify.noMedium')] : []),
  ]
  const last = report.head?.seq ?? 0
  const isCut = (one: ChainBreak) => one.kind === 'anchor' && one.seq > last
  const until =
    report.head === null
      ? t('audit:verify.empty')
      : t('audit:verify.whole', { when: formatInstant(report.head.recordedAt) })
  return (
    <section className={classes.result} aria-labelledby="chain-result" data-ok={report.ok}>
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
              {breakWords(one, last, t)}{' '}
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
      {report.ok ? null : (
        <p>
          {t(
            report.breaks.length > 0 && report.breaks.every(isCut)
              ? 'audit:verify.todoCut'
              : 'audit:verify.todo',
          )}
        </p>
      )}
      <p className="o-small o-muted">
        {notes.join(' ')}{' '}
        <button type="button" className="o-link-button" onClick={props.onClose}>
          {t('audit:verify.close')}
        </button>
      </p>
    </section>
  )
}
