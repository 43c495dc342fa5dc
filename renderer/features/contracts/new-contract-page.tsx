import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { PersonLink } from '#renderer/features/people/person-link.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { ContractForm } from './contract-form.tsx'
import { startIssuing } from './issue-at-once.ts'
import { ProblemList } from './problem-list.tsx'

/** A new contract of a person, filled in; a draft that is there already is continued. */
export default function NewContractPage() {
  const { personId = '' } = useRouteParams()
  const { t } = useTranslation()
  const goTo = useGoTo()
  const query = useQuery(
    orpc.contracts.proposal.queryOptions({ input: { personId }, gcTime: 0, staleTime: Infinity }),
  )
  const draftId = query.data?.draftId
  useEffect(() => {
    if (draftId) goTo(addressOf(routes.contract, draftId), { replace: true })
  }, [draftId, goTo])
  if (!query.data || draftId) return <RecordState error={query.error} />
  const { person, input, basis, problems, representatives } = query.data
  const dossier = addressOf(routes.person, personId)
  const title = t('contracts:new')
  const leave = () => {
    goTo(dossier)
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
        subtitle={<PersonLink person={{ id: personId, name: person.name }} />}
      />
      {input && basis ? (
        <ContractForm
          contractId={null}
          version={null}
          personId={personId}
          defaults={input}
          proposal={input}
          basis={basis}
          representatives={representatives}
          title={title}
          onSaved={({ id }, intent) => {
            if (intent === 'print') startIssuing(id)
            goTo(addressOf(routes.contract, id), { replace: true })
          }}
          onLeave={leave}
        />
      ) : (
        <ProblemList problems={problems} title={t('contracts:notYet')} />
      )}
    </>
  )
}
