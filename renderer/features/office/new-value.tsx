import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { isSettingKey, settingCatalogue } from '#domain/settings/catalogue.ts'
import { maskProblem } from '#domain/settings/number-mask.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { client } from '#renderer/shell/client.ts'
import { useSession } from '#renderer/shell/session.tsx'
import { RadioField } from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { HoursField, MoneyField, NumberField } from '#renderer/components/fields/figure-fields.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { Dialog } from '#renderer/components/layers/dialog.tsx'
import { exampleNumber, valueText, type NumberParts, type Rule } from './rule-values.ts'

type Shown = string | number | null

/** A tick is two named answers in the form. */
const toForm = (value: Rule['value']): Shown =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : value

function schemaFor(rule: Rule) {
  const known = isSettingKey(rule.key)
    ? (settingCatalogue[rule.key].schema as z.ZodType)
    : z.never()
  return z.object({
    value: z
      .union([z.string(), z.number(), z.null()])
      .transform((shown, context): string | number | boolean => {
        const value = rule.unit === 'yesNo' ? shown === 'yes' : shown
        if (value === null) {
          context.addIssue({ code: 'custom', message: 'required' })
          return z.NEVER
        }
        const judged = known.safeParse(value)
        if (judged.success) return value
        for (const { message } of judged.error.issues)
          context.addIssue({
            code: 'custom',
            message: /^[a-z][A-Za-z]*$/.test(message) ? message : 'notAccepted',
          })
        return z.NEVER
      }),
    validFrom: z.string('dateRequired').refine((date) => date >= today(), {
      error: 'settingInPast',
      params: { todayDate: today() },
    }),
    source: z.string().trim().min(1, 'settingSourceRequired').max(300, 'textTooLong'),
  })
}

/** A value from a day on, with what it rests on; the ones before stay as they were. */
export function NewValue(props: { rule: Rule; parts: NumberParts; onClose: () => void }) {
  const { rule, parts, onClose } = props
  const { t } = useTranslation()
  const session = useSession()
  return (
    <Dialog
      title={t('office:newValueOf', { rule: t(`office:rules.${rule.key}`) })}
      onClose={onClose}
    >
      <Form
        schema={schemaFor(rule)}
        defaults={{ value: toForm(rule.value), validFrom: today(), source: '' }}
        title={t('office:newValue')}
        summary={false}
        onSave={(data, { requestId }) =>
          client.settings.add({ requestId, data: { ...data, key: rule.key } })
        }
        onSaved={() => {
          // The idle minutes hold for this very screen.
          if (rule.key === 'idleLockMinutes') void session.refresh()
          onClose()
        }}
        actions={
          <button type="button" className="o-link-button" onClick={onClose}>
            {t('common:cancel')}
          </button>
        }
      >
        <ValueField rule={rule} parts={parts} />
        <DateField name="validFrom" label={t('office:validFrom')} />
        <TextField
          name="source"
          label={t('office:ground')}
          hint={t('office:groundHint')}
          max={300}
        />
      </Form>
    </Dialog>
  )
}

function ValueField({ rule, parts }: { rule: Rule; parts: NumberParts }) {
  const { t } = useTranslation()
  const label = t('office:value')
  const hint = t('office:defaultIs', { value: valueText(t, rule.unit, rule.byDefault) })
  switch (rule.unit) {
    case 'yesNo':
      return (
        <RadioField
          name="value"
          label={label}
          hint={hint}
          choices={[
            { value: 'yes', label: t('common:yes') },
            { value: 'no', label: t('common:no') },
          ]}
        />
      )
    case 'cents':
      return <MoneyField name="value" label={label} hint={hint} />
    case 'minutes':
      // Minutes of idling are minutes; a day's limit is hours.
      return rule.key === 'idleLockMinutes' ? (
        <NumberField name="value" label={t('office:valueInMinutes')} hint={hint} />
      ) : (
        <HoursField name="value" label={t('office:valueInHours')} hint={hint} />
      )
    case 'numberMask':
      return (
        <>
          <TextField name="value" label={label} hint={t('office:maskHint')} max={60} />
          <MaskExample parts={parts} />
        </>
      )
    case 'text':
      return <TextField name="value" label={label} max={500} optional />
    default:
      return <NumberField name="value" label={t(`office:unitLabels.${rule.unit}`)} hint={hint} />
  }
}

/** What the next numbers will look like, while it is typed. */
function MaskExample({ parts }: { parts: NumberParts }) {
  const { t } = useTranslation()
  const typed: unknown = useWatch({ name: 'value' })
  const mask = typeof typed === 'string' ? typed : ''
  const problemText = useProblemText()
  const problem = maskProblem(mask, { ...parts, year: Number(today().slice(0, 4)) })
  return (
    <p aria-live="polite">
      {problem
        ? problemText(problem)
        : t('office:maskExample', { number: exampleNumber(mask, parts) })}
    </p>
  )
}
