import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { PersonLink } from '#renderer/features/people/person-link.tsx'
import { EmploymentForm } from './employment-form.tsx'
import { startIssuing } from '#renderer/features/contracts/issue-at-once.ts'

/** A new contract of a person, filled in; a draft that is there already is continued. */
export default function NewEmploymentPage() {
  const { personId = '' } = useRouteParams()
  const { t } = useTranslation()
  const goTo = useGoTo()
  const query = useQuery(
    orpc.employments.proposal.queryOptions({ input: { personId }, gcTime: 0, staleTime: Infinity }),
  )
  const draftId = query.data?.draftId
  useEffect(() => {
    if (draftId) goTo(addressOf(routes.employment, draftId), { replace: true })
  }, [draftId, goTo])
  if (!query.data || draftId) return <RecordState error={query.error} />
  const { person, input, choices } = query.data
  const title = t('employments:new')
  return (
    <>
      <PageHead
        title={title}
        windowTitle={`${title} – ${person.initials}`}
        path={[
          { label: t('shell:groups.team') },
          { label: t('employments:title'), to: '/employments' },
        ]}
        subtitle={<PersonLink person={person} />}
      />
      <EmploymentForm
        employmentId={null}
        version={null}
        personId={personId}
        defaults={input}
        choices={choices}
        title={title}
        onSaved={({ id }, intent) => {
          if (intent === 'print') startIssuing(id)
          goTo(addressOf(routes.employment, id), { replace: true })
        }}
        onLeave={() => {
          goTo(addressOf(routes.person, personId))
        }}
      />
    </>
  )
}
