import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { updateReasons } from '#domain/assessments/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { SelectField } from '#renderer/components/fields/choice-fields.tsx'
import { TextAreaField } from '#renderer/components/fields/text-area-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { Dialog } from '#renderer/components/layers/dialog.tsx'
import type { Found } from './found.ts'
import { useRefresh } from './use-refresh.ts'
import { useSteps } from './use-steps.ts'

interface DialogProps {
  found: Found
  onClose: () => void
}

/** „Върни за корекция“: the reason is what the preparer reads. */
export function SendBackDialog({ found, onClose }: DialogProps) {
  const { t } = useTranslation()
  const refresh = useRefresh()
  return (
    <Dialog title={t('assessments:sendBackTitle')} onClose={onClose}>
      <Form
        schema={z.object({ reason: z.string().max(1000, 'textTooLong') })}
        title={t('assessments:sendBackTitle')}
        defaults={{ reason: '' }}
        saveLabel={t('assessments:action.sendBackNow')}
        onSave={({ reason }, { requestId }) =>
          client.assessments.sendBack({
            requestId,
            data: { id: found.id, version: found.version, reason },
          })
        }
        onSaved={() => {
          void refresh()
          onClose()
        }}
      >
        <TextAreaField
          name="reason"
          label={t('assessments:field.sendBackReason')}
          hint={t('assessments:hint.sendBackReason')}
          max={1000}
        />
      </Form>
    </Dialog>
  )
}

const versionSchema = z.object({
  updateReason: z.enum(updateReasons, 'required'),
  updateReasonText: z.string().max(1000, 'textTooLong'),
})

/** A review or a correction: the approved sheet stays as it is. */
export function NewVersionDialog({ found, onClose }: DialogProps) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const refresh = useRefresh()
  return (
    <Dialog title={t('assessments:newVersionTitle')} onClose={onClose}>
      <p>{t('assessments:newVersionText')}</p>
      <Form
        schema={versionSchema}
        title={t('assessments:newVersionTitle')}
        defaults={{ updateReason: null as never, updateReasonText: '' }}
        saveLabel={t('assessments:action.beginVersion')}
        onSave={(values, { requestId }) =>
          client.assessments.newVersion({ requestId, data: { id: found.id, ...values } })
        }
        onSaved={({ applicationId }) => {
          void refresh()
          goTo(addressOf(routes.assessmentOf, applicationId))
        }}
      >
        <SelectField
          name="updateReason"
          label={t('assessments:field.updateReason')}
          choices={updateReasons.map((value) => ({
            value,
            label: t(`assessments:updateReason.${value}`),
          }))}
        />
        <OtherReason />
      </Form>
    </Dialog>
  )
}

function OtherReason() {
  const { t } = useTranslation()
  const reason = useWatch<z.infer<typeof versionSchema>, 'updateReason'>({ name: 'updateReason' })
  return reason === 'other' ? (
    <TextField name="updateReasonText" label={t('assessments:field.updateReasonText')} max={1000} />
  ) : null
}

/** A sheet that was never finished may be thrown away. */
export function DiscardDialog({ found, onClose }: DialogProps) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const goTo = useGoTo()
  const steps = useSteps()
  return (
    <Dialog
      title={t('assessments:discardTitle')}
      onClose={onClose}
      cancelLabel={t('assessments:action.keep')}
      action={{
        label: t('assessments:action.discardNow'),
        destroys: true,
        busy: steps.busy,
        run: () =>
          void steps
            .run({ id: found.id, version: found.version }, (data, requestId) =>
              client.assessments.discard({ requestId, data }),
            )
            .then((gone) => {
              if (gone) goTo(addressOf(routes.person, gone.personId))
            }),
      }}
    >
      <p>{t('assessments:discardText')}</p>
      {steps.problems.map((problem) => (
        <p key={problem.code} role="alert">
          {problemText(problem)}
        </p>
      ))}
    </Dialog>
  )
}
