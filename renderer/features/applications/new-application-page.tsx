import { useQuery } from '@tanstack/react-query'
import { formatFullName } from '#domain/text/format-person.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { BeginAnew, BegunBefore, useBegunKey } from '#renderer/features/drafts/begun-before.tsx'
import { IntakeForm, useKept } from './intake-form.tsx'
import { knownPerson, newIntake } from './intake-values.ts'
import { RecordState } from '#renderer/components/display/record-state.tsx'

/** A new application: for the person of a dossier, or with the person in the same save. */
export default function NewApplicationPage() {
  const { personId } = useRouteParams()
  const { t } = useTranslation()
  const goTo = useGoTo()
  const [kept] = useKept()
  const begun = useBegunKey('newApplication')
  const setup = useQuery(
    orpc.applications.setup.queryOptions({ input: {}, gcTime: 0, staleTime: Infinity }),
  )
  const applicant = useQuery(
    orpc.applications.applicant.queryOptions({
      input: { personId: personId ?? '-' },
      enabled: personId !== undefined,
      gcTime: 0,
    }),
  )
  const known = applicant.data
  if (!setup.data || (personId !== undefined && !known))
    return <RecordState error={setup.error ?? applicant.error} />
  const dossier = personId === undefined ? undefined : addressOf(routes.person, personId)
  const back = dossier ?? '/applications'
  // A date carried on belongs to „Запиши и следващо“: a page that is opened begins with today.
  const fresh = newIntake(setup.data, kept && { ...kept, entryDate: null })
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
        title={t('applications:new')}
        path={
          known && dossier
            ? [
                { label: t('shell:groups.people'), to: routes.people },
                { label: formatFullName(known.person), to: dossier },
              ]
            : [
                { label: t('shell:groups.intake') },
                { label: t('applications:title'), to: '/applications' },
              ]
        }
        more={
          personId === undefined ? (
            <BeginAnew form="newApplication" path={routes.newApplication} />
          ) : undefined
        }
      />
      {personId === undefined ? <BegunBefore form="newApplication" /> : null}
      <IntakeForm
        setup={setup.data}
        title={t('applications:new')}
        draftKey={personId === undefined ? begun : `applicationOf:${personId}`}
        defaults={defaults}
        personId={personId}
        applicationId={null}
        carried={kept !== undefined && known === undefined}
        next={personId === undefined}
        save={(data, { requestId }) => client.applications.create({ requestId, data })}
        onSaved={({ id }, intent) => {
          if (intent !== 'next') goTo(addressOf(routes.application, id))
        }}
        onLeave={() => {
          goTo(back)
        }}
      />
    </>
  )
}
