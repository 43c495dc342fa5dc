import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { signedModeSchema } from '#domain/papers/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { StepDialog as Ask } from '#renderer/components/steps/step-dialog.tsx'
import type { FoundPlan } from './found.ts'

export type StepName = 'sendBack' | 'sign' | 'version'

const reasonSchema = z.object({
  reason: z.string().trim().min(1, 'sendBackReasonMissing').max(2000, 'textTooLong'),
})
const signSchema = z.object({ signedOn: civilDateSchema, mode: signedModeSchema })
const versionSchema = z.object({ validFrom: civilDateSchema })

const reasonFields = fieldsFor<z.input<typeof reasonSchema>>().few('plans', [
  { name: 'reason', kind: 'area', rows: 3, label: 'plans:dialog.reason' },
])
const signFields = fieldsFor<z.input<typeof signSchema>>().few('plans', [
  { name: 'signedOn', kind: 'date', label: 'plans:dialog.signedOn' },
  {
    name: 'mode',
    kind: 'choice',
    options: signedModeSchema.options,
    as: 'stacked',
    label: 'plans:dialog.mode',
    words: 'plans:signedMode',
  },
])
const versionFields = fieldsFor<z.input<typeof versionSchema>>().few('plans', [
  { name: 'validFrom', kind: 'date' },
])

/** Steps that ask one or two things: what to put right, when it was signed, from when. */
export function StepDialog(props: { name: StepName; plan: FoundPlan; onClose: () => void }) {
  const { name, plan, onClose } = props
  const { t } = useTranslation()
  const goTo = useGoTo()
  const which = { id: plan.id, version: plan.version }
  const shared = {
    title: t(`plans:dialog.${name}`),
    saveLabel: t(`plans:dialog.${name}Save`),
    enterSubmits: true,
    onClose,
  }
  switch (name) {
    case 'sendBack':
      return (
        <Ask
          {...shared}
          fields={reasonFields}
          schema={reasonSchema}
          defaults={{ reason: '' }}
          call={({ reason }, { requestId }) =>
            client.plans.sendBack({ requestId, data: { ...which, reason } })
          }
        />
      )
    case 'sign':
      return (
        <Ask
          {...shared}
          fields={signFields}
          schema={signSchema}
          defaults={{ signedOn: '', mode: plan.signingMode }}
          call={(signed, { requestId }) =>
            client.plans.markSigned({ requestId, data: { ...which, ...signed } })
          }
        />
      )
    case 'version':
      return (
        <Ask
          {...shared}
          lead={<p>{t('plans:dialog.versionText')}</p>}
          fields={versionFields}
          schema={versionSchema}
          defaults={{ validFrom: today() }}
          call={({ validFrom }, { requestId }) =>
            client.plans.newVersion({ requestId, data: { ...which, validFrom } })
          }
          done={({ id }) => {
            goTo(addressOf(routes.plan, id))
          }}
        />
      )
  }
}
