import { ORPCError } from '@orpc/client'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { Info, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { formatDate, formatRegistryNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { AssessmentBadge } from './status-badge.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { SheetFields } from './sheet-fields.tsx'
import { takeArrival } from './arrival.ts'
import { inputOf, sheetSchema, valuesOf, type Sheet, type SheetValues } from './sheet-values.ts'
import classes from './assessments.module.css'

/** The sheet of an application for writing: begun or new. */
export default function SheetPage() {
  const { applicationId = '' } = useRouteParams()
  // Read anew each time: a form must not begin with what was on the screen some minutes ago.
  const query = useQuery(
    orpc.assessments.sheet.queryOptions({
      input: { applicationId },
      gcTime: 0,
      staleTime: Infinity,
    }),
  )
  if (!query.data) return <RecordState error={query.error} />
  if (query.data.kind === 'elsewhere')
    return <Navigate to={addressOf(routes.assessment, query.data.id)} replace />
  return <SheetForm sheet={query.data} />
}

function SheetForm({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const goTo = useGoTo()
  const [arrival] = useState(() => takeArrival() ?? '')
  const { person, application, methodology, assessment } = sheet
  const title = t(assessment ? 'assessments:heading' : 'assessments:new')
  const leave = assessment
    ? addressOf(routes.assessment, assessment.id)
    : addressOf(routes.application, application.id)
  const head = (
    <PageHead
      title={title}
      windowTitle={`${title} – ${person.initials}`}
      path={[
        { label: t('shell:groups.assessment') },
        { label: t('assessments:title'), to: '/assessments' },
      ]}
      status={assessment ? <AssessmentBadge status={assessment.status} /> : null}
      subtitle={
        <>
          <Link to={addressOf(routes.person, person.id)} lang="bg">
            {person.fullName}
          </Link>{' '}
          · {t('assessments:age', { count: person.age })} ·{' '}
          {formatRegistryNumber(application.entryNumber, application.entryDate)} ·{' '}
          <span>
            {t('assessments:byMethodology', {
              name: methodology.name,
              version: methodology.version,
              date: formatDate(methodology.validFrom),
            })}
          </span>
        </>
      }
    />
  )
  if (sheet.problems.length > 0)
    return (
      <>
        {head}
        <EmptyState
          text={sheet.problems.map((problem) => problemText(problem)).join(' ')}
          actions={
            <Link to={addressOf(routes.application, application.id)}>
              {t('assessments:action.toApplication')}
            </Link>
          }
        />
      </>
    )
  return (
    <>
      {head}
      {assessment?.sentBackReason ? (
        <p className={classes.band} data-tone="warn">
          <TriangleAlert size={18} aria-hidden />
          <span>{t('assessments:sentBack', { reason: assessment.sentBackReason })}</span>
        </p>
      ) : null}
      {sheet.newerMethodology ? (
        <p className={classes.band} data-tone="info">
          <Info size={18} aria-hidden />
          <span>
            {t('assessments:newerMethodology', {
              version: methodology.version,
              newer: sheet.newerMethodology.number,
              date: formatDate(sheet.newerMethodology.validFrom),
            })}
          </span>
        </p>
      ) : null}
      <Form<SheetValues, SheetValues, { id: string }>
        schema={sheetSchema}
        title={title}
        draftKey={`assessments:${application.id}`}
        columns="wide"
        autoFocus={arrival === ''}
        defaults={valuesOf(sheet.input, methodology, {
          id: assessment?.id ?? null,
          version: assessment?.version ?? null,
        })}
        conflictFields={conflictFields(t)}
        onLeave={() => {
          goTo(leave)
        }}
        onSave={async (values, { requestId }) => {
          try {
            return await client.assessments.save({
              requestId,
              data: {
                id: values.id,
                version: values.version,
                methodologyVersionId: sheet.methodologyVersionId,
                data: inputOf(values),
              },
            })
          } catch (error) {
            throw asFormHolds(error, sheet, values)
          }
        }}
        onSaved={({ id }) => {
          goTo(addressOf(routes.assessment, id))
        }}
      >
        <SheetFields sheet={sheet} arrival={arrival} />
      </Form>
    </>
  )
}

/** A colleague's sheet is laid beside ours in the shape of the form. */
function asFormHolds(error: unknown, sheet: Sheet, values: SheetValues): unknown {
  if (!(error instanceof ORPCError) || error.code !== 'CONFLICT') return error
  const data = error.data as { theirs: SheetValues & { sources: string[]; version: number } }
  const { theirs } = data
  return new ORPCError('CONFLICT', {
    data: {
      ...data,
      theirs: valuesOf(theirs, sheet.methodology, { id: values.id, version: theirs.version }),
    },
  })
}

function conflictFields(t: ReturnType<typeof useTranslation>['t']) {
  const plain = [
    'outcome',
    'visitDate',
    'visitPlace',
    'assessmentDate',
    'witness',
    'personView',
    'conclusions',
    'recommendedMinutesPerDay',
  ] as const
  const count = (value: unknown) =>
    t('assessments:rows', { count: Array.isArray(value) ? value.length : 0 })
  return [
    ...plain.map((name) => ({ name, label: t(`assessments:field.${name}`) })),
    { name: 'sourcesText', label: t('assessments:field.sources') },
    {
      name: 'answers',
      label: t('assessments:section.sheet'),
      show: (value: unknown) =>
        t('assessments:answered', {
          count: (value as SheetValues['answers']).filter((answer) => answer.optionId).length,
        }),
    },
    { name: 'narrative', label: t('assessments:section.narrative') },
    { name: 'risks', label: t('assessments:field.risks'), show: count },
    { name: 'opinions', label: t('assessments:field.opinions'), show: count },
    { name: 'team', label: t('assessments:field.team'), show: count },
    {
      name: 'recommendedActivities',
      label: t('assessments:field.recommendedActivities'),
      show: count,
    },
  ]
}
