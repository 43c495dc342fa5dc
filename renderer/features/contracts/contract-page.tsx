import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { useState } from 'react'
import { formatDate, formatInstant, formatRegistryNumber } from '#domain/text/format.ts'
import { openText } from '#renderer/shell/open-text.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { say } from '#renderer/shell/toasts.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { PageHead, type PageHeadProps } from '#renderer/components/display/page-head.tsx'
import { PdfView } from '#renderer/components/display/pdf-view.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { Timeline } from '#renderer/components/display/timeline.tsx'
import { Dialog } from '#renderer/components/layers/dialog.tsx'
import { PrintPanel } from '#renderer/features/papers/print-panel.tsx'
import { PersonLink } from '#renderer/features/people/person-link.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { usePdf } from '#renderer/features/papers/use-pdf.ts'
import { contractBadge } from '#renderer/features/people/case-status.ts'
import { ContractFacts } from './contract-facts.tsx'
import { ContractForm } from './contract-form.tsx'
import { takeIssuing } from './issue-at-once.ts'
import { AnnulPanel, IssuePanel, SignPanel, TerminatePanel, type Contract } from './step-panels.tsx'
import { useRefreshContracts } from './use-refresh.ts'
import classes from './contracts.module.css'

type Mode = 'view' | 'issue' | 'print' | 'sign' | 'terminate' | 'annul'

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
  const refresh = useRefreshContracts()
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
  const after = (next: Mode) => () => {
    void refresh().then(() => {
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
  const printed = paper !== null && paper.status !== 'forPrint'

  let main: PageHeadProps['main']
  if (mode === 'view' && !isDraft) {
    if (steps.includes('markSigned') && printed) main = sign
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
            <More
              contract={contract}
              printIsMain={main === print}
              signIsMain={main === sign}
              onMode={setMode}
            />
          ) : null
        }
      />
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
          onSaved={(_saved, intent) => {
            after(intent === 'print' ? 'issue' : 'view')()
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

function FrozenPaper({ paperId, title }: { paperId: string | undefined; title: string }) {
  return <PdfView bytes={usePdf(paperId)} label={title} startZoom={0.75} />
}

/** The draft's paper beside „Издай“; who writes no contracts sees the facts alone. */
function DraftPaper({ contract }: { contract: Contract }) {
  const { t } = useTranslation()
  const bytes = useQuery({
    queryKey: ['contracts', 'preview', contract.id, contract.version],
    enabled: contract.draft !== null,
    gcTime: 30_000,
    retry: false,
    queryFn: async ({ signal }) => {
      const asked = { contractId: contract.id, personId: contract.person.id, input: contract.input }
      const file = await client.contracts.preview(asked, { signal })
      return new Uint8Array(await file.arrayBuffer())
    },
  }).data
  return contract.draft === null ? null : (
    <PdfView bytes={bytes} label={t('contracts:headingDraft')} startZoom={0.75} />
  )
}

/** The quieter steps beside the main one. */
function More(props: {
  contract: Contract
  printIsMain: boolean
  signIsMain: boolean
  onMode: (mode: Mode) => void
}) {
  const { contract, onMode } = props
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const refresh = useRefreshContracts()
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const { steps, paper } = contract
  const button = (label: string, mode: Mode) => (
    <Button
      variant="default"
      onClick={() => {
        onMode(mode)
      }}
    >
      {label}
    </Button>
  )
  const once = async (work: () => Promise<unknown>) => {
    if (busy) return
    setBusy(true)
    try {
      await work()
    } catch {
      say(t('contracts:changedMeanwhile'), { tone: 'warn' })
    } finally {
      setBusy(false)
      await refresh()
    }
  }
  return (
    <>
      {paper && may('papers.print') && !props.printIsMain
        ? button(t('papers:step.print'), 'print')
        : null}
      {steps.includes('sendOut') && paper?.status === 'printed' ? (
        <Button
          variant="default"
          loading={busy}
          onClick={() =>
            void once(() =>
              client.contracts.sendOut({
                requestId: crypto.randomUUID(),
                data: { id: contract.id, version: contract.version },
              }),
            )
          }
        >
          {t('contracts:event.sendOut')}
        </Button>
      ) : null}
      {steps.includes('markSigned') && !props.signIsMain
        ? button(t('contracts:event.markSigned'), 'sign')
        : null}
      {steps.includes('terminate') ? button(t('contracts:event.terminate'), 'terminate') : null}
      {steps.includes('annul') ? button(t('contracts:event.annul'), 'annul') : null}
      {contract.status === 'draft' && may('contracts.write') ? (
        <Button
          variant="default"
          onClick={() => {
            setAsked(true)
          }}
        >
          {t('contracts:deleteDraft')}
        </Button>
      ) : null}
      {asked ? (
        <Dialog
          title={t('contracts:confirmDelete', { name: contract.person.name })}
          onClose={() => {
            setAsked(false)
          }}
          cancelLabel={t('contracts:keep')}
          action={{
            label: t('contracts:deleteDraft'),
            destroys: true,
            busy,
            run: () => {
              setAsked(false)
              void once(async () => {
                await client.contracts.deleteDraft({
                  requestId: crypto.randomUUID(),
                  data: { id: contract.id, version: contract.version },
                })
                goTo(addressOf(routes.person, contract.person.id))
              })
            },
          }}
        >
          <p>{t('contracts:deleteNote')}</p>
        </Dialog>
      ) : null}
    </>
  )
}
