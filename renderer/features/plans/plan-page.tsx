import { useQuery } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { PersonLink } from '#renderer/features/people/person-link.tsx'
import { planAddress } from './addresses.ts'
import { PlanBadge } from './plan-badge.tsx'
import { PlanForm } from './plan-form.tsx'
import { PlanView } from './plan-view.tsx'
import { valuesOf } from './plan-values.ts'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import type { FoundPlan } from './found.ts'
import classes from './plans.module.css'

/** A plan: a draft is written in, later it is read and goes its steps. */
export default function PlanPage() {
  const { planId = '' } = useRouteParams()
  const may = useMay()
  const query = useQuery(
    // Read anew each time: a form must not begin with what was on the screen some minutes ago.
    orpc.plans.find.queryOptions({ input: { id: planId }, gcTime: 0, retry: false }),
  )
  if (!query.data) return <RecordState error={query.error} />
  const plan = query.data
  if (plan.status === 'draft' && may('plans.write'))
    // Once begun, the form keeps the version it began with: a newer one is a conflict, not a swap.
    return <DraftPlan key={plan.id} plan={plan} />
  return <PlanView key={plan.id} plan={plan} />
}

function DraftPlan({ plan }: { plan: FoundPlan }) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const dossier = addressOf(routes.person, plan.person.id)
  const title =
    plan.revision > 1 ? t('plans:headingVersion', { number: plan.revision }) : t('plans:heading')
  return (
    <>
      <PageHead
        title={title}
        windowTitle={`${t('plans:heading')} – ${plan.person.initials}`}
        path={[
          { label: t('shell:groups.support') },
          { label: t('plans:title'), to: planAddress.list },
        ]}
        status={<PlanBadge status={plan.status} />}
        subtitle={<PersonLink person={plan.person} />}
      />
      {plan.sentBackReason === '' ? null : (
        <p className={classes.band} data-tone="warn">
          <Undo2 size={16} aria-hidden /> {t('plans:sentBack', { reason: plan.sentBackReason })}
        </p>
      )}
      <PlanForm
        key={plan.version}
        title={title}
        draftKey={`plans:${plan.id}`}
        partKey={`plans.part.${plan.id}`}
        measures={plan.measures}
        defaults={valuesOf(plan.input, plan.version)}
        save={(input, version, { requestId }) =>
          client.plans.update({
            requestId,
            data: { id: plan.id, version: version ?? plan.version, plan: input },
          })
        }
        onSaved={(saved, intent) => {
          if (intent === 'next') goTo(addressOf(planAddress.check, saved.id))
        }}
        onLeave={() => {
          goTo(dossier)
        }}
      />
    </>
  )
}
