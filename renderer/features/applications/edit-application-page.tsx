import { useQuery } from '@tanstack/react-query'
import { emptyDocuments, type IntakeInput } from '#domain/applications/intake.ts'
import { formatFullName, formatInitials } from '#domain/text/format-person.ts'
import { formatRegistryNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import type { ApiClient } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { conflictRows } from '#renderer/components/record/facts-of.tsx'
import { applicationFields } from './application-fields.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { IntakeForm } from './intake-form.tsx'
import { knownPerson, newIntake, type Applicant, type Setup } from './intake-values.ts'
import { RecordState } from '#renderer/components/display/record-state.tsx'

type Edited = Awaited<ReturnType<ApiClient['applications']['edit']>>

/** The form of an application that was taken in, while nothing was decided by it. */
export default function EditApplicationPage() {
  const { applicationId = '' } = useRouteParams()
  const { t } = useTranslation()
  const goTo = useGoTo()
  const fresh = { gcTime: 0, staleTime: Infinity }
  const setup = useQuery(orpc.applications.setup.queryOptions({ input: {}, ...fresh }))
  const edited = useQuery(
    orpc.applications.edit.queryOptions({ input: { id: applicationId }, ...fresh }),
  )
  const personId = edited.data?.form.personId
  const applicant = useQuery(
    orpc.applications.applicant.queryOptions({
      input: { personId: personId ?? '-' },
      enabled: personId !== undefined,
      gcTime: 0,
    }),
  )
  if (!setup.data || !edited.data || !applicant.data)
    return <RecordState error={setup.error ?? edited.error ?? applicant.error} />
  const { form, version } = edited.data
  const { person } = applicant.data
  const page = addressOf(routes.application, applicationId)
  const number = formatRegistryNumber(form.entryNumber, form.entryDate)
  if (!edited.data.correctable) return <EmptyState text={t('applications:notCorrectable')} />
  return (
    <>
      <PageHead
        title={t('applications:edit')}
        windowTitle={formatInitials(person)}
        path={[
          { label: t('applications:title'), to: '/applications' },
          { label: number, to: page },
        ]}
        subtitle={<span lang="bg">{formatFullName(person)}</span>}
      />
      <IntakeForm
        setup={setup.data}
        title={t('applications:edit')}
        draftKey={`applications:${applicationId}`}
        defaults={{ ...valuesOf(setup.data, edited.data, applicant.data), version } as IntakeInput}
        personId={person.id}
        applicationId={applicationId}
        carried={false}
        numberFixed={edited.data.numberDrawn}
        conflictFields={conflictRows(t, applicationFields)}
        save={(data, { requestId }) => {
          const opened = (data as IntakeInput & { version?: number }).version ?? version
          return client.applications.update({
            requestId,
            data: { id: applicationId, version: opened, data },
          })
        }}
        onSaved={() => {
          goTo(page)
        }}
        onLeave={() => {
          goTo(page)
        }}
      />
    </>
  )
}

function valuesOf(setup: Setup, { form }: Edited, applicant: Applicant): IntakeInput {
  const { personId, documents, ...own } = form
  const papers = emptyDocuments()
  for (const { type, ...document } of documents) papers[type] = { present: true, ...document }
  return {
    ...newIntake(setup),
    ...own,
    drawNumber: false,
    known: { id: personId, version: null },
    person: knownPerson(setup, applicant.person),
    documents: papers,
  }
}
