import { useQuery } from '@tanstack/react-query'
import { formatFullName, formatInitials } from '#domain/text/format-person.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { PersonForm } from './person-form.tsx'
import { dataOf, valuesOf } from './person-values.ts'

/** The form of a person who is there already. */
export default function EditPersonPage() {
  const { personId = '' } = useRouteParams()
  const { t } = useTranslation()
  const goTo = useGoTo()
  // Read anew each time: a form must not begin with what was on the screen some minutes ago.
  const person = useQuery(
    orpc.people.edit.queryOptions({ input: { id: personId }, gcTime: 0, staleTime: Infinity }),
  )
  const dossier = addressOf(routes.person, personId)
  if (!person.data) return <RecordState error={person.error} />
  const title = t('people:editPerson')
  return (
    <>
      <PageHead
        title={title}
        windowTitle={formatInitials(person.data)}
        path={[
          { label: t('shell:groups.people'), to: routes.people },
          { label: formatFullName(person.data), to: dossier },
        ]}
      />
      <PersonForm
        title={title}
        draftKey={`person:${personId}`}
        defaults={valuesOf(person.data)}
        personId={personId}
        stored={person.data}
        save={(values, { requestId }) =>
          client.people.update({
            requestId,
            data: {
              id: personId,
              version: values.version ?? 1,
              data: dataOf(values),
              idChangeGround: values.idChangeGround,
            },
          })
        }
        onSaved={() => {
          goTo(dossier)
        }}
        onLeave={() => {
          goTo(dossier)
        }}
      />
    </>
  )
}
