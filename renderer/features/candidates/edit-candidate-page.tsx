import { useQuery } from '@tanstack/react-query'
import { noPapers, type CandidateIntakeInput } from '#domain/candidates/intake.ts'
import { formatFullName, formatInitials } from '#domain/text/format-person.ts'
import { formatRegistryNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import type { ApiClient } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { conflictRows } from '#renderer/components/record/facts-of.tsx'
import { knownPerson } from '#renderer/features/applications/intake-values.ts'
import { candidateFields } from './candidate-fields.tsx'
import { CandidateForm } from './candidate-form.tsx'
import { newCandidate, type Candidate, type Setup } from './candidate-values.ts'

type Edited = Awaited<ReturnType<ApiClient['candidates']['edit']>>

/** The form of a candidate who was taken in, while nothing was decided by it. */
export default function EditCandidatePage() {
  const { candidacyId = '' } = useRouteParams()
  const { t } = useTranslation()
  const goTo = useGoTo()
  const fresh = { gcTime: 0, staleTime: Infinity }
  const setup = useQuery(orpc.candidates.setup.queryOptions({ input: {}, ...fresh }))
  const edited = useQuery(
    orpc.candidates.edit.queryOptions({ input: { id: candidacyId }, ...fresh }),
  )
  const personId = edited.data?.form.personId
  const candidate = useQuery(
    orpc.candidates.candidate.queryOptions({
      input: { personId: personId ?? '-' },
      enabled: personId !== undefined,
      gcTime: 0,
    }),
  )
  if (!setup.data || !edited.data || !candidate.data)
    return <RecordState error={setup.error ?? edited.error ?? candidate.error} />
  const { form, version } = edited.data
  const { person } = candidate.data
  const page = addressOf(routes.candidate, candidacyId)
  const back = () => {
    goTo(page)
  }
  if (!edited.data.correctable) return <EmptyState text={t('candidates:notCorrectable')} />
  return (
    <>
      <PageHead
        title={t('candidates:edit')}
        windowTitle={formatInitials(person)}
        path={[
          { label: t('candidates:title'), to: routes.candidates },
          { label: formatRegistryNumber(form.entryNumber, form.entryDate), to: page },
        ]}
        subtitle={<span lang="bg">{formatFullName(person)}</span>}
      />
      <CandidateForm
        setup={setup.data}
        title={t('candidates:edit')}
        draftKey={`candidates:${candidacyId}`}
        defaults={
          { ...valuesOf(setup.data, edited.data, candidate.data), version } as CandidateIntakeInput
        }
        personId={person.id}
        candidacyId={candidacyId}
        carried={false}
        conflictFields={conflictRows(t, candidateFields)}
        save={(data, { requestId }) => {
          const opened = (data as CandidateIntakeInput & { version?: number }).version ?? version
          return client.candidates.update({
            requestId,
            data: { id: candidacyId, version: opened, data },
          })
        }}
        onSaved={back}
        onLeave={back}
      />
    </>
  )
}

function valuesOf(setup: Setup, { form }: Edited, candidate: Candidate): CandidateIntakeInput {
  const { personId, documents, weekdays, villages, ...own } = form
  const papers = noPapers()
  for (const { type, ...document } of documents) papers[type] = { present: true, ...document }
  return {
    ...newCandidate(setup),
    ...own,
    weekdays: weekdays.length === 0 ? null : weekdays,
    villages: villages.length === 0 ? null : villages,
    known: { id: personId, version: null },
    person: knownPerson(setup, candidate.person),
    documents: papers,
  }
}
