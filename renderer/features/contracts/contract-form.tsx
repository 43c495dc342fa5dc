import { useRef, useState, type ReactNode } from 'react'
import { z } from 'zod'
import { contractInputSchema, type ContractInput } from '#domain/contracts/schema.ts'
import { formatHoursText, formatRegistryNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, type ApiClient } from '#renderer/shell/client.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { Facts } from '#renderer/components/display/facts.tsx'
import { PdfView } from '#renderer/components/display/pdf-view.tsx'
import { fieldNamed, focusField } from '#renderer/components/form/dom.ts'
import type { SaveIntent } from '#renderer/components/form/form-props.ts'
import { Form } from '#renderer/components/form/form.tsx'
import { conflictRows } from '#renderer/components/record/facts-of.tsx'
import { contractFields } from './contract-table.ts'
import { ContractFields, WatchValues, type RepresentativeChoice } from './contract-fields.tsx'
import { ProblemList } from './problem-list.tsx'
import { useContractPreview } from './use-preview.ts'
import classes from './contracts.module.css'

type Basis = NonNullable<Awaited<ReturnType<ApiClient['contracts']['find']>>['basis']>

const formSchema = contractInputSchema.safeExtend({ version: z.int().nullable() })
type Saved = Awaited<ReturnType<ApiClient['contracts']['saveDraft']>>

/** What the contract rests on; changed at its source, not here. */
export function BasisFacts({ basis }: { basis: Basis }) {
  const { t } = useTranslation()
  const { application, assessment, plan } = basis
  return (
    <Facts
      narrow
      facts={[
        { label: t('contracts:field.service'), value: basis.service },
        {
          label: t('contracts:field.minutesPerMonth'),
          value: <strong>{formatHoursText(assessment.grantedMinutes)}</strong>,
        },
        {
          label: t('contracts:basis.application'),
          value: formatRegistryNumber(application.number, application.date),
        },
        {
          label: t('contracts:basis.assessment'),
          value:
            assessment.number === null
              ? null
              : formatRegistryNumber(assessment.number, assessment.date),
        },
        {
          label: t('contracts:basis.plan'),
          value:
            plan.number === null
              ? null
              : `${formatRegistryNumber(plan.number, plan.date)}, ${t('contracts:basis.planHours', {
                  least: formatHoursText(plan.minMinutes),
                  most: formatHoursText(plan.maxMinutes),
                })}`,
        },
      ]}
    />
  )
}

/** The form of a draft with the paper beside it, drawn anew as one types. */
export function ContractForm(props: {
  contractId: string | null
  version: number | null
  personId: string
  defaults: ContractInput
  proposal: ContractInput | null
  basis: Basis
  representatives: readonly RepresentativeChoice[]
  title: string
  onSaved: (saved: Saved, intent: SaveIntent, fresh: Promise<void>) => void
  onLeave: () => void
  actions?: ReactNode
}) {
  const { contractId, personId, defaults } = props
  const { t } = useTranslation()
  const may = useMay()
  const host = useRef<HTMLDivElement>(null)
  const [values, setValues] = useState<unknown>(defaults)
  const { bytes, check } = useContractPreview({ contractId, personId, values })
  const show = (name: string) => {
    const field = host.current ? fieldNamed(host.current, name) : undefined
    if (field) focusField(field)
  }
  return (
    <div className={classes.split}>
      <div className={classes.stack} ref={host} data-pane>
        <ProblemList
          problems={check?.problems ?? []}
          title={t('contracts:beforeIssue')}
          onField={show}
        />
        <ProblemList
          problems={check?.warnings ?? []}
          title={t('contracts:worthKnowing')}
          warning
          onField={show}
        />
        <BasisFacts basis={props.basis} />
        <Form
          schema={formSchema}
          defaults={{ ...defaults, version: props.version }}
          title={props.title}
          draftKey={`contracts:${contractId ?? `new-${personId}`}`}
          saveLabel={t('contracts:saveDraft')}
          print={may('contracts.issue') ? { label: t('contracts:saveAndIssue') } : undefined}
          onSave={({ version, ...input }, { requestId }) =>
            client.contracts.saveDraft({
              requestId,
              data: { id: contractId, version, personId, input },
            })
          }
          onSaved={props.onSaved}
          onLeave={props.onLeave}
          actions={props.actions}
          conflictFields={conflictRows(t, contractFields)}
        >
          <ContractFields
            proposal={props.proposal}
            representatives={props.representatives}
            termKind={check?.termKind}
            latestEndDate={check?.latestEndDate}
          />
          <WatchValues onValues={setValues} />
        </Form>
      </div>
      <div className={classes.side} data-pane>
        <p className="o-small o-muted">{t('papers:draftMark')}</p>
        <PdfView bytes={bytes} label={props.title} startZoom={0.75} />
      </div>
    </div>
  )
}
