import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { signedModeSchema } from '#domain/papers/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { RadioField } from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { TextAreaField } from '#renderer/components/fields/text-area-field.tsx'
import { focusField } from '#renderer/components/form/dom.ts'
import { Form } from '#renderer/components/form/form.tsx'
import { Dialog } from '#renderer/components/layers/dialog.tsx'
import { useRefresh, type FoundPlan } from './use-plan.ts'

export type StepName = 'sendBack' | 'sign' | 'version'

const reasonSchema = z.object({
  reason: z.string().trim().min(1, 'sendBackReasonMissing').max(2000, 'textTooLong'),
})
const signSchema = z.object({ signedOn: civilDateSchema, mode: signedModeSchema })
const versionSchema = z.object({ validFrom: civilDateSchema })

/** Steps that ask one or two things: what to put right, when it was signed, from when. */
export function StepDialog(props: { name: StepName; plan: FoundPlan; onClose: () => void }) {
  const { name, plan, onClose } = props
  const { t } = useTranslation()
  const goTo = useGoTo()
  const refresh = useRefresh()
  const which = { id: plan.id, version: plan.version }
  const shared = {
    title: t(`plans:dialog.${name}`),
    saveLabel: t(`plans:dialog.${name}Save`),
    enterSubmits: true,
    onLeave: onClose,
  }
  const done = () => {
    void refresh()
    onClose()
  }
  return (
    <Dialog title={t(`plans:dialog.${name}`)} onClose={onClose}>
      <div
        // The dialog gives the focus here; the keys belong into its first field.
        data-autofocus
        tabIndex={-1}
        onFocus={(event) => {
          if (event.target !== event.currentTarget) return
          const first = event.currentTarget.querySelector<HTMLElement>('[data-field]')
          if (first) focusField(first)
        }}
      >
        {name === 'sendBack' ? (
          <Form
            {...shared}
            schema={reasonSchema}
            defaults={{ reason: '' }}
            onSave={({ reason }, { requestId }) =>
              client.plans.sendBack({ requestId, data: { ...which, reason } })
            }
            onSaved={done}
          >
            <TextAreaField name="reason" label={t('plans:dialog.reason')} rows={3} />
          </Form>
        ) : null}
        {name === 'sign' ? (
          <Form
            {...shared}
            schema={signSchema}
            defaults={{ signedOn: '', mode: plan.signingMode }}
            onSave={(signed, { requestId }) =>
              client.plans.markSigned({ requestId, data: { ...which, ...signed } })
            }
            onSaved={done}
          >
            <DateField name="signedOn" label={t('plans:dialog.signedOn')} />
            <RadioField
              name="mode"
              label={t('plans:dialog.mode')}
              stacked
              choices={signedModeSchema.options.map((mode) => ({
                value: mode,
                label: t(`plans:signedMode.${mode}`),
              }))}
            />
          </Form>
        ) : null}
        {name === 'version' ? (
          <Form
            {...shared}
            schema={versionSchema}
            defaults={{ validFrom: today() }}
            onSave={({ validFrom }, { requestId }) =>
              client.plans.newVersion({ requestId, data: { ...which, validFrom } })
            }
            onSaved={({ id }) => {
              done()
              goTo(addressOf(routes.plan, id))
            }}
          >
            <p>{t('plans:dialog.versionText')}</p>
            <DateField name="validFrom" label={t('plans:field.validFrom')} />
          </Form>
        ) : null}
      </div>
    </Dialog>
  )
}
