import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { takeStep } from '#domain/papers/rules.ts'
import { formatDate, formatInstant, formatRegistryNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { Facts } from '#renderer/components/display/facts.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { PdfView } from '#renderer/components/display/pdf-view.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { ProblemLines } from '#renderer/components/steps/problem-lines.tsx'
import { useAction } from '#renderer/components/steps/use-action.ts'
import { paperBadge } from './paper-look.ts'
import { PrintPanel } from './print-panel.tsx'
import { MarkOne } from './quick-mark.tsx'
import { usePdf } from './use-pdf.ts'
import classes from './papers.module.css'

/** One frozen paper: what it is, where it is, the paper itself. */
export default function PaperPage() {
  const { paperId = '' } = useRouteParams()
  const { t } = useTranslation()
  const may = useMay()
  const action = useAction()
  const [mode, setMode] = useState<'view' | 'print' | 'sign'>('view')
  const query = useQuery(orpc.papers.find.queryOptions({ input: { id: paperId } }))
  const bytes = usePdf(may('papers.print') ? query.data?.id : undefined)
  const paper = query.data
  if (!paper) return <RecordState error={query.error} />
  const title = `${t(`papers:kindTitle.${paper.kind}`)} ${formatRegistryNumber(paper.number, paper.paperDate)}`
  const back = () => {
    setMode('view')
  }
  const can = (step: Parameters<typeof takeStep>[1]) =>
    paper.mayMark && takeStep(paper.status, step).ok
  const move = (step: 'handOut' | 'reportMissing') => () =>
    void action.run('move', { id: paper.id, version: paper.version, step }, client.papers.move)
  return (
    <>
      <PageHead
        title={title}
        path={[{ label: t('papers:listTitle'), to: '/papers' }]}
        status={<StatusBadge {...paperBadge(paper.status)} />}
        main={
          may('papers.print') && mode === 'view'
            ? {
                label: t('papers:step.print'),
                chord: 'Ctrl+P',
                run: () => {
                  setMode('print')
                },
              }
            : undefined
        }
        more={
          mode === 'view' ? (
            <>
              {can('signBack') ? (
                <Button
                  variant="default"
                  onClick={() => {
                    setMode('sign')
                  }}
                >
                  {t('papers:step.signBack')}
                </Button>
              ) : null}
              {can('handOut') ? (
                <Button variant="default" onClick={move('handOut')}>
                  {t('papers:step.handOut')}
                </Button>
              ) : null}
              {can('reportMissing') ? (
                <Button variant="default" onClick={move('reportMissing')}>
                  {t('papers:step.reportMissing')}
                </Button>
              ) : null}
            </>
          ) : null
        }
      />
      <ProblemLines problems={action.problems} />
      <div className={classes.split}>
        <div className={classes.stack} data-pane>
          {mode === 'print' ? (
            <PrintPanel paper={paper} title={title} as={paper.print} onDone={back} />
          ) : null}
          {mode === 'sign' ? (
            <section className={classes.panel}>
              <MarkOne paper={paper} onDone={back} />
            </section>
          ) : null}
          <Facts
            facts={[
              {
                label: t('papers:column.person'),
                value: (
                  <Link to={addressOf(routes.person, paper.personId)}>{paper.personName}</Link>
                ),
              },
              { label: t('papers:column.date'), value: formatDate(paper.paperDate) },
              { label: t('papers:column.pages'), value: t('papers:pages', { count: paper.pages }) },
              {
                label: t('papers:column.printed'),
                value: paper.printedAt === null ? null : formatInstant(paper.printedAt),
              },
              {
                label: t('papers:column.signedOn'),
                value: paper.signedOn === null ? null : formatDate(paper.signedOn),
              },
              {
                label: t('papers:column.text'),
                value: t('papers:textVersion', { version: paper.textVersion.split('/').at(-1) }),
              },
              ...(paper.annulReason === null
                ? []
                : [{ label: t('papers:column.annulReason'), value: paper.annulReason }]),
            ]}
          />
        </div>
        <div className={classes.side} data-pane>
          {may('papers.print') ? <PdfView bytes={bytes} label={title} startZoom={0.75} /> : null}
        </div>
      </div>
    </>
  )
}
