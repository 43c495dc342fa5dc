import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { PersonLink } from '#renderer/features/people/person-link.tsx'
import { planAddress } from './addresses.ts'
import { PlanForm } from './plan-form.tsx'
import { valuesOf } from './plan-values.ts'
import { RecordState } from '#renderer/components/display/record-state.tsx'

/** A new plan from the last approved assessment; where one is open, that one is opened. */
export default function NewPlanPage() {
  const { personId = '' } = useRouteParams()
  const { t } = useTranslation()
  const goTo = useGoTo()
  const start = useQuery(
    orpc.plans.start.queryOptions({
      input: { personId },
      gcTime: 0,
      staleTime: Infinity,
      retry: false,
    }),
  )
  const existing = start.data?.existing
  useEffect(() => {
    if (existing) goTo(addressOf(routes.plan, existing), { replace: true })
  }, [existing, goTo])
  const dossier = addressOf(routes.person, personId)
  if (!start.data || start.data.existing !== null)
    return (
      <RecordState
        error={start.error}
        actions={
          <Button
            variant="default"
            onClick={() => {
              goTo(dossier)
            }}
          >
            {t('plans:toDossier')}
          </Button>
        }
      />
    )
  const { person, measures, input } = start.data
  return (
    <>
      <PageHead
        title={t('plans:new')}
        windowTitle={`${t('plans:new')} – ${person.initials}`}
        path={[
          { label: t('shell:groups.support') },
          { label: t('plans:title'), to: planAddress.list },
        ]}
        subtitle={<PersonLink person={{ id: personId, name: person.name }} />}
      />
      <PlanForm
        title={t('plans:new')}
        draftKey={`newPlan:${personId}`}
        partKey={`plans.part.${personId}`}
        measures={measures}
        defaults={valuesOf(input, null)}
        save={(plan, _version, { requestId }) =>
          client.plans.create({ requestId, data: { personId, plan } })
        }
        onSaved={(saved, intent) => {
          const to = intent === 'next' ? planAddress.check : routes.plan
          goTo(addressOf(to, saved.id), { replace: true })
        }}
        onLeave={() => {
          goTo(dossier)
        }}
      />
    </>
  )
}
