import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { useState } from 'react'
import { formatDate, formatInstant, formatRegistryNumber } from '#domain/text/format.ts'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { openText } from '#renderer/shell/open-text.ts'
import { PageHead, type PageHeadProps } from '#renderer/components/display/page-head.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { Timeline } from '#renderer/components/display/timeline.tsx'
import { useAction } from '#renderer/components/steps/use-action.ts'
import { PrintPanel } from '#renderer/features/papers/print-panel.tsx'
import { PersonLink } from '#renderer/features/people/person-link.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { contractBadge } from '#renderer/features/people/case-status.ts'
import { ContractFacts } from './contract-facts.tsx'
import { ContractForm } from './contract-form.tsx'
import { DraftPaper, FrozenPaper } from './contract-papers.tsx'
import { ContractSteps, type Mode } from './contract-steps.tsx'
import type { Contract } from './found.ts'
import { takeIssuing } from './issue-at-once.ts'
import { IssuePanel } from './issue-panel.tsx'
import { ProblemLines } from '#renderer/components/steps/problem-lines.tsx'
import { AnnulPanel, SignPanel, TerminatePanel } from './step-panels.tsx'
import classes from './contracts.module.css'

/** One contract: a draft with its form, an issued one with its facts, its paper and its history. */
export default function ContractPage() {
  const { contractId = '' } = useRouteParams()
  const query = useQuery(orpc.contracts.find.queryOptions({ input: { id: contractId } }))
  if (!query.data) return <RecordState error={query.error} />
  return <Shown key={contractId} contract={query.data} />
}

function Shown({ contract }: { contract: Contract }) {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const action = useAction()
  const [mode, setMode] = useState<Mode>(() => (takeIssuing(contract.id) ? 'issue' : 'view'))
  const { person, paper, steps } = contract
  const isDraft = contract.status === 'draft'
  const title =
    contract.number === null
      ? t('contracts:headingDraft')
      : t('contracts:heading', {
          number: formatRegistryNumber(contract.number, contract.input.contractDate).replace(
            /^№\s?/,
            '',
          ),
        })
  const dossier = addressOf(routes.person, person.id)
  const view = () => {
    setMode('view')
  }
  const after = (next: Mode) => (fresh: Promise<void>) => {
    void fresh.then(() => {
      setMode(next)
    })
  }
  const mayPrint = may('papers.print') && paper !== null
  const print = {
    label: t('papers:step.print'),
    chord: 'Ctrl+P',
    run: () => {
      setMode('print')
    },
  }
  const sign = {
    label: t('contracts:event.markSigned'),
    run: () => {
      setMode('sign')
    },
  }
  const renew = {
    label: t('people:action.renewContract'),
    run: () => {
      goTo(addressOf(routes.newContractOf, person.id))
    },
  }
  const printed = paper !== null && paper.status !== 'forPrint'

  let main: PageHeadProps['main']
  if (mode === 'view' && !isDraft) {
    if (contract.renews) main = renew
    else if (steps.includes('markSigned') && printed) main = sign
    else if (mayPrint && contract.status !== 'annulled') main = print
  } else if (mode === 'view' && !contract.draft && steps.includes('issue'))
    main = {
      label: t('contracts:event.issue'),
      run: () => {
        setMode('issue')
      },
    }

  return (
    <>
      <PageHead
        title={title}
        windowTitle={`${title} – ${person.initials}`}
        path={[
          { label: t('shell:groups.support') },
          { label: t('contracts:title'), to: '/contracts' },
        ]}
        status={<StatusBadge {...contractBadge(contract.status)} />}
        subtitle={<PersonLink person={person} />}
        main={main}
        more={
          mode === 'view' ? (
            <ContractSteps
              contract={contract}
              action={action}
              printIsMain={main === print}
              signIsMain={main === sign}
              onMode={setMode}
            />
          ) : null
        }
      />
      <ProblemLines problems={action.problems} />
      {person.deathDate && contract.freedMinutes > 0 ? (
        <p className={classes.band}>
          {t('contracts:died', { context: person.sex, date: formatDate(person.deathDate) })}
        </p>
      ) : null}
      {isDraft && contract.draft && mode !== 'issue' ? (
        <ContractForm
          key={contract.version}
          contractId={contract.id}
          version={contract.version}
          personId={person.id}
          defaults={contract.input}
          proposal={contract.draft.proposal}
          basis={contract.basis}
          representatives={contract.draft.representatives}
          title={title}
          onSaved={(_saved, intent, fresh) => {
            after(intent === 'print' ? 'issue' : 'view')(fresh)
          }}
          onLeave={() => {
            goTo(dossier)
          }}
        />
      ) : (
        <div className={classes.split}>
          <div className={classes.stack} data-pane>
            {mode === 'issue' ? (
              <IssuePanel contract={contract} onDone={after('print')} onCancel={view} />
            ) : null}
            {mode === 'print' && paper ? (
              <PrintPanel paper={paper} title={title} as={contract.print} onDone={view} />
            ) : null}
            {mode === 'sign' ? (
              <SignPanel contract={contract} onDone={after('view')} onCancel={view} />
            ) : null}
            {mode === 'terminate' ? (
              <TerminatePanel contract={contract} onDone={after('view')} onCancel={view} />
            ) : null}
            {mode === 'annul' ? (
              <AnnulPanel contract={contract} onDone={after('view')} onCancel={view} />
            ) : null}
            {mode === 'issue' ? null : <ContractFacts contract={contract} />}
            {mode === 'view' ? (
              <section aria-label={t('contracts:history')}>
                <h2>{t('contracts:history')}</h2>
                <Timeline
                  label={t('contracts:history')}
                  entries={contract.history.map(({ seq, at, by, action }) => ({
                    id: String(seq),
                    when: formatInstant(at),
                    icon: History,
                    by,
                    text: openText(
                      action.startsWith('paper.')
                        ? `papers:timeline.${action.slice('paper.'.length)}`
                        : `contracts:timeline.${action.slice('contract.'.length)}`,
                      'timeline:other',
                    ),
                  }))}
                />
              </section>
            ) : null}
          </div>
          <div className={classes.side} data-pane>
            {isDraft ? (
              <DraftPaper contract={contract} />
            ) : mayPrint ? (
              <FrozenPaper paperId={paper.id} title={title} />
            ) : null}
          </div>
        </div>
      )}
    </>
  )
}
