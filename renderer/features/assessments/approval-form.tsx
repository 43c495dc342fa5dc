import { Button } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { contractHours } from '#domain/assessments/contract-hours.ts'
import { grantWarnings } from '#domain/assessments/rules.ts'
import { methodologyWarnings } from '#domain/methodologies/validate.ts'
import { formatHoursText } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { HoursField } from '#renderer/components/fields/figure-fields.tsx'
import { TextAreaField } from '#renderer/components/fields/text-area-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { Section } from '#renderer/components/form/section.tsx'
import type { Found } from './found.ts'
import classes from './assessments.module.css'

const schema = z.object({
  grantedMinutes: z.int('required').min(0, 'tooSmall'),
  reason: z.string().max(1000, 'textTooLong'),
})
type Values = z.infer<typeof schema>

/** „Одобри“: hours as computed or others with a reason; the sheet then gets its number. */
export function ApprovalForm({ found, onSendBack }: { found: Found; onSendBack: () => void }) {
  const { t } = useTranslation()
  const computed = found.computedMinutes ?? 0
  return (
    <div className={classes.approval}>
      <Form<Values, Values, unknown>
        schema={schema}
        title={t('assessments:section.approval')}
        defaults={{ grantedMinutes: computed, reason: '' }}
        saveLabel={t('assessments:action.approve')}
        autoFocus={false}
        onSave={(values, { requestId }) =>
          client.assessments.approve({
            requestId,
            data: {
              id: found.id,
              version: found.version,
              grantedMinutes: values.grantedMinutes,
              reason: values.grantedMinutes === computed ? '' : values.reason,
            },
          })
        }
        actions={
          <Button variant="default" onClick={onSendBack}>
            {t('assessments:action.sendBack')}
          </Button>
        }
      >
        <Section title={t('assessments:section.approval')}>
          <p>
            {t('assessments:approvalText', {
              name: found.preparedBy ?? '',
              points: found.total ?? 0,
              hours: formatHoursText(computed),
            })}
          </p>
          <HoursField
            name="grantedMinutes"
            label={t('assessments:field.grantedMinutes')}
            hint={t('assessments:hint.grantedMinutes')}
            width="short"
          />
          <Difference found={found} computed={computed} />
        </Section>
      </Form>
    </div>
  )
}

function Difference({ found, computed }: { found: Found; computed: number }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const granted = useWatch<Values, 'grantedMinutes'>({ name: 'grantedMinutes' })
  const differs = typeof granted === 'number' && granted !== computed
  const warnings = [
    ...methodologyWarnings(found.methodology),
    ...(typeof granted === 'number'
      ? [
          ...grantWarnings(granted, found.dailyMaxMinutes),
          ...contractHours(granted, found.contract),
        ]
      : []),
  ]
  return (
    <>
      {warnings.map((problem) => (
        <p key={problem.code} className={classes.band} data-tone="warn">
          <TriangleAlert size={18} aria-hidden />
          <span>{problemText(problem)}</span>
        </p>
      ))}
      {differs ? (
        <TextAreaField
          name="reason"
          label={t('assessments:field.grantedReason')}
          hint={t('assessments:hint.grantedReason')}
          max={1000}
        />
      ) : null}
    </>
  )
}
