import { useEffect, useRef, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { employmentInputSchema, type EmploymentForm as Values } from '#domain/employments/schema.ts'
import { client, type ApiClient } from '#renderer/shell/client.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { PdfView } from '#renderer/components/display/pdf-view.tsx'
import { fieldNamed, focusField } from '#renderer/components/form/dom.ts'
import type { SaveIntent } from '#renderer/components/form/form-props.ts'
import { Form } from '#renderer/components/form/form.tsx'
import { conflictRows } from '#renderer/components/record/facts-of.tsx'
import { EmploymentFields } from './employment-fields.tsx'
import { employmentFields } from './employment-table.ts'
import type { Choices } from './found.ts'
import { ProblemList } from './problem-list.tsx'
import { useEmploymentPreview } from './use-preview.ts'
import classes from './employments.module.css'

const formSchema = employmentInputSchema.safeExtend({ version: z.int().nullable() })
type Saved = Awaited<ReturnType<ApiClient['employments']['saveDraft']>>

/** The form of a draft with the paper beside it, drawn anew as one types. */
export function EmploymentForm(props: {
  employmentId: string | null
  version: number | null
  personId: string
  defaults: Values
  choices: Choices
  title: string
  onSaved: (saved: Saved, intent: SaveIntent, fresh: Promise<void>) => void
  onLeave: () => void
}) {
  const { employmentId, personId, defaults, choices } = props
  const { t } = useTranslation()
  const may = useMay()
  const host = useRef<HTMLDivElement>(null)
  const [values, setValues] = useState<unknown>(defaults)
  const { bytes, check } = useEmploymentPreview({ employmentId, personId, values })
  const show = (name: string) => {
    const field = host.current ? fieldNamed(host.current, name) : undefined
    if (field) focusField(field)
  }
  const chosen = (name: 'positionId' | 'projectId', list: Choices['positions']) => ({
    name,
    label: t(`employments:field.${name}`),
    show: (value: unknown) => list.find(({ id }) => id === value)?.name ?? '–',
  })
  return (
    <div className={classes.split}>
      <div className={classes.stack} ref={host} data-pane>
        <ProblemList
          problems={check?.problems ?? []}
          title={t('employments:beforeIssue')}
          onField={show}
        />
        <ProblemList
          problems={check?.warnings ?? []}
          title={t('employments:worthKnowing')}
          warning
          onField={show}
        />
        <Form
          schema={formSchema}
          defaults={{ ...defaults, version: props.version }}
          title={props.title}
          draftKey={`employments:${employmentId ?? `new-${personId}`}`}
          saveLabel={t('employments:saveDraft')}
          print={may('employments.issue') ? { label: t('employments:saveAndIssue') } : undefined}
          onSave={({ version, ...input }, { requestId }) =>
            client.employments.saveDraft({
              requestId,
              data: { id: employmentId, version, personId, input },
            })
          }
          onSaved={props.onSaved}
          onLeave={props.onLeave}
          conflictFields={[
            ...conflictRows(t, employmentFields),
            chosen('positionId', choices.positions),
            chosen('projectId', choices.projects),
          ]}
        >
          <EmploymentFields choices={choices} />
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

/** Tells the page what stands in the form, when the typing rests. */
function WatchValues({ onValues }: { onValues: (values: unknown) => void }) {
  const values: unknown = useWatch()
  const { getValues } = useFormContext()
  useEffect(() => {
    const timer = setTimeout(() => {
      onValues(structuredClone(getValues()))
    }, 350)
    return () => {
      clearTimeout(timer)
    }
  }, [values, getValues, onValues])
  return null
}
