import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import {
  signingInputSchema,
  contractGrounds,
  terminationInputSchema,
} from '#domain/contracts/schema.ts'
import { isCivilDate } from '#domain/calendar/civil-date.ts'
import { signingModes } from '#domain/papers/parties.ts'
import { formatDate, formatHoursText } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { StepPanel } from '#renderer/components/steps/step-panel.tsx'
import type { Contract } from './found.ts'

export interface PanelProps {
  contract: Contract
  /** The step is taken; `fresh` comes when the page has been read again. */
  onDone: (fresh: Promise<void>) => void
  onCancel: () => void
}

const signingFields = fieldsFor<z.input<typeof signingInputSchema>>().few('contracts', [
  { name: 'personSignedOn', kind: 'date' },
  { name: 'providerSignedOn', kind: 'date', optional: true, passBy: true, beside: true },
  {
    name: 'mode',
    kind: 'choice',
    options: signingModes,
    label: 'contracts:field.signedMode',
    words: 'papers:signedMode',
  },
])

/** „Върнат подписан“: a date per signature, who signed. */
export function SignPanel({ contract, onDone, onCancel }: PanelProps) {
  const { t } = useTranslation()
  const { id, version } = contract
  const title = t('contracts:event.markSigned')
  return (
    <StepPanel
      title={title}
      fields={signingFields}
      schema={signingInputSchema}
      defaults={{
        personSignedOn: null,
        providerSignedOn: null,
        mode: contract.input.signingMode,
      }}
      aside={<SignedLate startDate={contract.input.startDate} />}
      saveLabel={title}
      enterSubmits
      call={(signing, { requestId }) =>
        client.contracts.markSigned({ requestId, data: { id, version, signing } })
      }
      done={(_answer, fresh) => {
        onDone(fresh)
      }}
      onClose={onCancel}
    />
  )
}

/** Service comes after the contract, never before it (ЗСУ чл. 85, ал. 1): said while the day is typed. */
function SignedLate({ startDate }: { startDate: string }) {
  const { t } = useTranslation()
  const [person, provider] = useWatch({ name: ['personSignedOn', 'providerSignedOn'] }) as unknown[]
  const days = [person, provider].filter((day): day is string => typeof day === 'string')
  const inForce = days.toSorted().at(-1)
  if (inForce === undefined || !isCivilDate(inForce) || inForce <= startDate) return null
  return (
    <p role="status">
      {t('contracts:signedLate', { date: formatDate(inForce), start: formatDate(startDate) })}
    </p>
  )
}

const terminationFields = fieldsFor<z.input<typeof terminationInputSchema>>().few('contracts', [
  {
    name: 'ground',
    kind: 'choice',
    options: contractGrounds,
    label: 'contracts:field.terminationGround',
    words: 'contracts:terminationGround',
  },
  { name: 'onDate', kind: 'date', width: 'short', label: 'contracts:field.endedOn' },
  { name: 'reason', kind: 'area', max: 2000, hint: 'contracts:hint.terminationReason' },
])

/** „Прекрати“: ground without a default, last day, what becomes free. */
export function TerminatePanel({ contract, onDone, onCancel }: PanelProps) {
  const { t } = useTranslation()
  const { id, version } = contract
  const { deathDate } = contract.person
  return (
    <StepPanel
      title={t('contracts:confirmTerminate', { number: contract.number ?? '' })}
      warns
      lead={
        <ul>
          <li>{t('contracts:freed', { hours: formatHoursText(contract.freedMinutes) })}</li>
          <li>{t('contracts:terminate.case')}</li>
          {deathDate ? (
            <li>{t('contracts:terminate.died', { date: formatDate(deathDate) })}</li>
          ) : null}
        </ul>
      }
      fields={terminationFields}
      schema={terminationInputSchema}
      defaults={{ reason: '' }}
      saveLabel={t('contracts:terminate.button')}
      call={(termination, { requestId }) =>
        client.contracts.terminate({ requestId, data: { id, version, termination } })
      }
      done={(_answer, fresh) => {
        onDone(fresh)
      }}
      cancelLabel={t('contracts:keep')}
      onClose={onCancel}
    />
  )
}

const annulSchema = z.object({
  reason: z.string().trim().min(1, 'required').max(2000, 'textTooLong'),
})
const annulFields = fieldsFor<z.input<typeof annulSchema>>().few('contracts', [
  { name: 'reason', kind: 'area', max: 2000, hint: 'contracts:hint.annulReason' },
])

/** „Анулирай“: a wrongly issued contract; its number stays. */
export function AnnulPanel({ contract, onDone, onCancel }: PanelProps) {
  const { t } = useTranslation()
  const { id, version } = contract
  return (
    <StepPanel
      title={t('contracts:confirmAnnul', { number: contract.number ?? '' })}
      warns
      lead={
        <ul>
          <li>{t('contracts:annulNote')}</li>
          <li>{t('contracts:annul.paper')}</li>
          <li>{t('contracts:annul.next')}</li>
        </ul>
      }
      fields={annulFields}
      schema={annulSchema}
      defaults={{ reason: '' }}
      saveLabel={t('contracts:annul.button')}
      call={({ reason }, { requestId }) =>
        client.contracts.annul({ requestId, data: { id, version, reason } })
      }
      done={(_answer, fresh) => {
        onDone(fresh)
      }}
      cancelLabel={t('contracts:keep')}
      onClose={onCancel}
    />
  )
}
