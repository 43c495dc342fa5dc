import { useQuery } from '@tanstack/react-query'
import { formatFullName } from '#domain/text/format-person.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { knownPerson } from '#renderer/features/applications/intake-values.ts'
import { BeginAnew, BegunBefore, useBegunKey } from '#renderer/features/drafts/begun-before.tsx'
import { CandidateForm, useKeptCandidate } from './candidate-form.tsx'
import { newCandidate } from './candidate-values.ts'

/** A new candidate: for the person of a dossier, or with the person in the same save. */
export default function NewCandidatePage() {
  const { personId } = useRouteParams()
  const { t } = useTranslation()
  const goTo = useGoTo()
  const [kept] = useKeptCandidate()
  const begun = useBegunKey('newCandidate')
  const setup = useQuery(
    orpc.candidates.setup.queryOptions({ input: {}, gcTime: 0, staleTime: Infinity }),
  )
  const candidate = useQuery(
    orpc.candidates.candidate.queryOptions({
      input: { personId: personId ?? '-' },
      enabled: personId !== undefined,
      gcTime: 0,
    }),
  )
  const known = candidate.data
  if (!setup.data || (personId !== undefined && !known))
    return <RecordState error={setup.error ?? candidate.error} />
  const dossier = personId === undefined ? undefined : addressOf(routes.person, personId)
  // A date carried on belongs to „Запиши и следващо“: a page that is opened begins with today.
  const fresh = newCandidate(setup.data, kept && { ...kept, entryDate: null })
  const defaults = known
    ? {
        ...fresh,
        known: { id: known.person.id, version: null },
        person: knownPerson(setup.data, known.person),
      }
    : fresh
  return (
    <>
      <PageHead
        title={t('candidates:new')}
        path={
          known && dossier
            ? [
                { label: t('shell:groups.people'), to: routes.people },
                { label: formatFullName(known.person), to: dossier },
              ]
            : [
                { label: t('shell:groups.intake') },
                { label: t('candidates:title'), to: routes.candidates },
              ]
        }
        more={
          personId === undefined ? (
            <BeginAnew form="newCandidate" path={routes.newCandidate} />
          ) : undefined
        }
      />
      {personId === undefined ? <BegunBefore form="newCandidate" /> : null}
      <CandidateForm
        setup={setup.data}
        title={t('candidates:new')}
        draftKey={personId === undefined ? begun : `candidateOf:${personId}`}
        defaults={defaults}
        personId={personId}
        candidacyId={null}
        carried={kept !== undefined && known === undefined}
        next={personId === undefined}
        save={(data, { requestId }) => client.candidates.create({ requestId, data })}
        onSaved={({ id }, intent) => {
          if (intent !== 'next') goTo(addressOf(routes.candidate, id))
        }}
        onLeave={() => {
          goTo(dossier ?? routes.candidates)
        }}
      />
    </>
  )
}
