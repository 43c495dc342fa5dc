import { useTranslation } from '#renderer/shell/use-translation.ts'
import { z } from 'zod'
import { updateReasons } from '#domain/assessments/schema.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { ConfirmDialog } from '#renderer/components/steps/confirm-dialog.tsx'
import { ProblemLines } from '#renderer/components/steps/problem-lines.tsx'
import { StepDialog } from '#renderer/components/steps/step-dialog.tsx'
import type { Found } from './found.ts'

interface DialogProps {
  found: Found
  onClose: () => void
}

const sendBackSchema = z.object({ reason: z.string().max(1000, 'textTooLong') })
const sendBackFields = fieldsFor<z.input<typeof sendBackSchema>>().few('assessments', [
  {
    name: 'reason',
    kind: 'area',
    max: 1000,
    label: 'assessments:field.sendBackReason',
    hint: 'assessments:hint.sendBackReason',
  },
])

/** „Върни за корекция“: the reason is what the preparer reads. */
export function SendBackDialog({ found, onClose }: DialogProps) {
  const { t } = useTranslation()
  const { id, version } = found
  return (
    <StepDialog
      title={t('assessments:sendBackTitle')}
      fields={sendBackFields}
      schema={sendBackSchema}
      defaults={{ reason: '' }}
      saveLabel={t('assessments:action.sendBackNow')}
      call={({ reason }, { requestId }) =>
        client.assessments.sendBack({ requestId, data: { id, version, reason } })
      }
      onClose={onClose}
    />
  )
}

const versionSchema = z.object({
  updateReason: z.enum(updateReasons, 'required'),
  updateReasonText: z.string().max(1000, 'textTooLong'),
})
const versionFields = fieldsFor<z.input<typeof versionSchema>>().few('assessments', [
  { name: 'updateReason', kind: 'choice', options: updateReasons },
  {
    name: 'updateReasonText',
    kind: 'text',
    max: 1000,
    when: ({ updateReason }) => updateReason === 'other',
  },
])

/** A review or a correction: the approved sheet stays as it is. */
export function NewVersionDialog({ found, onClose }: DialogProps) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const { id } = found
  return (
    <StepDialog
      title={t('assessments:newVersionTitle')}
      lead={
        <>
          <p>{t('assessments:newVersionText')}</p>
          <ProblemLines problems={found.may.newVersionWaits} />
        </>
      }
      fields={versionFields}
      schema={versionSchema}
      defaults={{ updateReasonText: '' }}
      saveLabel={t('assessments:action.beginVersion')}
      call={(values, { requestId }) =>
        client.assessments.newVersion({ requestId, data: { id, ...values } })
      }
      done={({ applicationId }) => {
        goTo(addressOf(routes.assessmentOf, applicationId))
      }}
      onClose={onClose}
    />
  )
}

/** A sheet that was never finished may be thrown away. */
export function DiscardDialog({ found, onClose }: DialogProps) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const { id, version } = found
  return (
    <ConfirmDialog
      title={t('assessments:discardTitle')}
      lead={<p>{t('assessments:discardText')}</p>}
      label={t('assessments:action.discardNow')}
      keepLabel={t('assessments:action.keep')}
      data={{ id, version }}
      call={client.assessments.discard}
      done={({ personId }) => {
        goTo(addressOf(routes.person, personId))
      }}
      onClose={onClose}
    />
  )
}
