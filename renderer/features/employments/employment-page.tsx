import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { useState } from 'react'
import { formatDate, formatInstant } from '#domain/text/format.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { openText } from '#renderer/shell/open-text.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { PageHead, type PageHeadProps } from '#renderer/components/display/page-head.tsx'
import { PdfView } from '#renderer/components/display/pdf-view.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { Timeline } from '#renderer/components/display/timeline.tsx'
import { ProblemLines } from '#renderer/components/steps/problem-lines.tsx'
import { useAction } from '#renderer/components/steps/use-action.ts'
import { HelpedByContract } from '#renderer/features/assignments/helped-by-contract.tsx'
import { takeIssuing } from '#renderer/features/contracts/issue-at-once.ts'
import { PrintPanel } from '#renderer/features/papers/print-panel.tsx'
import { usePdf } from '#renderer/features/papers/use-pdf.ts'
import { PersonLink } from '#renderer/features/people/person-link.tsx'
import { AnnexPanel } from './annex-panel.tsx'
import { Annexes } from './annexes.tsx'
import { EmploymentFacts } from './employment-facts.tsx'
import { EmploymentForm } from './employment-form.tsx'
import { employmentBadge, employmentTitle } from './employment-look.ts'
import { EmploymentSteps, type Mode } from './employment-steps.tsx'
import type { Employment } from './found.ts'
import { HandedOver } from './handed-over.tsx'
import { IssuePanel } from './issue-panel.tsx'
import { Notices } from './notices.tsx'
import { AnnulPanel, EndPanel, ResumePanel, SignPanel, SuspendPanel } from './step-panels.tsx'
import classes from './employments.module.css'

/** One contract: a draft with its form, an issued one with its facts, its paper and its history. */
export default function EmploymentPage() {
  const { employmentId = '' } = useRouteParams()
  const query = useQuery(orpc.employments.find.queryOptions({ input: { id: employmentId } }))
  if (!query.data) return <RecordState error={query.error} />
  return <Shown key={employmentId} employment={query.data} />
}

/** What the page does first: issue, print, or mark as signed. */
function useMainStep(
  employment: Employment,
  mode: Mode,
  onMode: (mode: Mode) => void,
): { main: PageHeadProps['main']; is: 'issue' | 'print' | 'sign' | undefined } {
  const { t } = useTranslation()
  const may = useMay()
  const { paper, steps, status } = employment
  const step = (label: string, next: Mode) => ({
    label,
    run: () => {
      onMode(next)
    },
  })
  if (mode !== 'view') return { main: undefined, is: undefined }
  if (status === 'draft')
    return employment.draft || !steps.includes('issue')
      ? { main: undefined, is: undefined }
      : { main: step(t('employments:event.issue'), 'issue'), is: 'issue' }
  if (steps.includes('markSigned') && paper && paper.status !== 'forPrint')
    return { main: step(t('employments:event.markSigned'), 'sign'), is: 'sign' }
  if (may('papers.print') && paper && status !== 'annulled')
    return {
      main: { ...step(t('papers:step.print'), 'print'), chord: 'Ctrl+P' },
      is: 'print',
    }
  return { main: undefined, is: undefined }
}

function Shown({ employment }: { employment: Employment }) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const action = useAction()
  const [mode, setMode] = useState<Mode>(() => (takeIssuing(employment.id) ? 'issue' : 'view'))
  const { person, draft, input } = employment
  const { main, is } = useMainStep(employment, mode, setMode)
  const title = employmentTitle({ ...input, number: employment.number })
  return (
    <>
      <PageHead
        title={title}
        windowTitle={`${title} – ${person.initials}`}
        path={[
          { label: t('shell:groups.team') },
          { label: t('employments:title'), to: '/employments' },
        ]}
        status={<StatusBadge {...employmentBadge(employment.status)} />}
        subtitle={<PersonLink person={person} />}
        main={main}
        more={
          mode === 'view' ? (
            <EmploymentSteps
              employment={employment}
              action={action}
              printIsMain={is === 'print'}
              signIsMain={is === 'sign'}
              onMode={setMode}
            />
          ) : null
        }
      />
      <ProblemLines problems={action.problems} />
      {employment.number === null ? null : <HelpedByContract employmentId={employment.id} />}
      {person.deathDate && employment.steps.includes('end') ? (
        <p>{t('employments:died', { context: person.sex, date: formatDate(person.deathDate) })}</p>
      ) : null}
      {draft && mode !== 'issue' ? (
        <EmploymentForm
          key={employment.version}
          employmentId={employment.id}
          version={employment.version}
          personId={person.id}
          defaults={draft.input}
          choices={draft.choices}
          title={title}
          onSaved={(_saved, intent, fresh) => {
            void fresh.then(() => {
              setMode(intent === 'print' ? 'issue' : 'view')
            })
          }}
          onLeave={() => {
            goTo(addressOf(routes.person, person.id))
          }}
        />
      ) : (
        <div className={classes.split}>
          <div className={classes.stack} data-pane>
            <Panel employment={employment} mode={mode} title={title} onMode={setMode} />
            {mode === 'issue' ? null : <EmploymentFacts employment={employment} />}
            {mode === 'view' ? (
              <>
                <Annexes employment={employment} />
                <Notices employment={employment} />
                <HandedOver employment={employment} />
                <Past employment={employment} />
              </>
            ) : null}
          </div>
          <div className={classes.side} data-pane>
            <Paper employment={employment} title={title} />
          </div>
        </div>
      )}
    </>
  )
}

/** The step that is being taken. */
function Panel(props: {
  employment: Employment
  mode: Mode
  title: string
  onMode: (mode: Mode) => void
}) {
  const { employment, mode, onMode } = props
  const { t } = useTranslation()
  const { id, version, paper } = employment
  const view = () => {
    onMode('view')
  }
  const after = (next: Mode) => (fresh: Promise<void>) => {
    void fresh.then(() => {
      onMode(next)
    })
  }
  const shared = { employment, onDone: after('view'), onCancel: view }
  switch (mode) {
    case 'issue':
      return <IssuePanel {...shared} onDone={after('print')} />
    case 'print':
      return paper ? (
        <PrintPanel paper={paper} title={props.title} as={employment.print} onDone={view} />
      ) : null
    case 'sign':
      return <SignPanel {...shared} />
    case 'annex':
      return <AnnexPanel {...shared} annex={null} />
    case 'suspend':
      return <SuspendPanel {...shared} />
    case 'resume':
      return <ResumePanel {...shared} />
    case 'end':
      return <EndPanel {...shared} />
    case 'annul':
      return (
        <AnnulPanel
          title={t('employments:annul.title', { number: employment.number ?? '' })}
          call={(reason, requestId) =>
            client.employments.annul({ requestId, data: { id, version, reason } })
          }
          onDone={after('view')}
          onCancel={view}
        />
      )
    case 'view':
      return null
  }
}

/** The frozen paper, for who may see what somebody is paid. */
function Paper({ employment, title }: { employment: Employment; title: string }) {
  const may = useMay()
  const { paper } = employment
  const shown = paper !== null && may('papers.print')
  const bytes = usePdf(shown ? paper.id : undefined)
  return shown ? <PdfView bytes={bytes} label={title} startZoom={0.75} /> : null
}

function Past({ employment }: { employment: Employment }) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('employments:history')}>
      <h2>{t('employments:history')}</h2>
      <Timeline
        label={t('employments:history')}
        entries={employment.history.map(({ seq, at, by, action }) => ({
          id: String(seq),
          when: formatInstant(at),
          icon: History,
          by,
          text: openText(
            action.startsWith('paper.')
              ? `papers:timeline.${action.slice('paper.'.length)}`
              : `employments:timeline.${action.slice('employment.'.length)}`,
            'timeline:other',
          ),
        }))}
      />
    </section>
  )
}
