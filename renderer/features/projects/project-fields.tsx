import { useWatch } from 'react-hook-form'
import type { Money } from '#domain/money/schema.ts'
import { projectRoles } from '#domain/projects/schema.ts'
import { formatMoney } from '#domain/text/format.ts'
import {
  formatMonthOrDayInput,
  formatMonthOrDayLong,
  parseMonthOrDay,
  type MonthOrDay,
} from '#domain/text/month-or-day.ts'
import { parseMoney } from '#domain/text/parse-number.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { RadioField } from '#renderer/components/fields/choice-fields.tsx'
import { NumberField } from '#renderer/components/fields/figure-fields.tsx'
import { ParsedField } from '#renderer/components/fields/parsed-field.tsx'
import { TextAreaField } from '#renderer/components/fields/text-area-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import type { FieldProps } from '#renderer/components/fields/use-field.ts'
import { Row, Section } from '#renderer/components/form/section.tsx'
import { euroText } from './project-texts.ts'

/** The form in the order of an administrative contract: what, by whom, with what money, for how long. */
export function ProjectFields() {
  const { t } = useTranslation()
  const role: unknown = useWatch({ name: 'role' })
  return (
    <>
      <Section title={t('projects:section.project')}>
        <TextField name="name" label={t('projects:name')} hint={t('projects:nameHint')} max={300} />
        <Row>
          <TextField
            name="contractNumber"
            label={t('projects:contractNumber')}
            hint={t('projects:contractNumberHint')}
            max={80}
            optional
          />
          <TextField
            name="municipality"
            label={t('projects:municipality')}
            hint={t('office:municipalityHint')}
            max={60}
          />
        </Row>
        <RadioField
          name="role"
          label={t('projects:role')}
          choices={projectRoles.map((value) => ({ value, label: t(`projects:roles.${value}`) }))}
        />
        {role === 'partner' ? (
          <TextField
            name="beneficiary"
            label={t('projects:beneficiary')}
            hint={t('projects:beneficiaryHint')}
            max={160}
            optional
          />
        ) : null}
      </Section>
      <Section title={t('projects:section.money')}>
        <TextField
          name="programme"
          label={t('projects:programme')}
          hint={t('projects:programmeHint')}
          max={160}
        />
        <Row>
          <TextField
            name="procedureNumber"
            label={t('projects:procedureNumber')}
            hint={t('projects:procedureNumberHint')}
            max={80}
            optional
          />
          <TextField
            name="procedureName"
            label={t('projects:procedureName')}
            hint={t('projects:procedureNameHint')}
            max={160}
            optional
          />
        </Row>
        <TotalField
          name="total"
          label={t('projects:total')}
          hint={t('projects:totalHint')}
          optional
        />
      </Section>
      <Section title={t('projects:section.term')}>
        <Row>
          <MonthOrDayField
            name="startsOn"
            label={t('projects:startsOn')}
            hint={t('projects:startsOnHint')}
            optional
          />
          <MonthOrDayField
            name="endsOn"
            label={t('projects:endsOn')}
            hint={t('projects:endsOnHint')}
            optional
          />
        </Row>
        <Row>
          <NumberField
            name="durationMonths"
            label={t('projects:durationMonths')}
            min={1}
            max={240}
            optional
          />
          <NumberField
            name="serviceMonths"
            label={t('projects:serviceMonths')}
            min={1}
            max={240}
            optional
          />
        </Row>
        <TextAreaField name="note" label={t('projects:note')} max={2000} optional />
      </Section>
    </>
  )
}

/** A sum of before 2026 stays in leva, as the contract has it, and is shown in euro beside. */
function TotalField(props: FieldProps) {
  return (
    <ParsedField<Money>
      {...props}
      inputMode="text"
      align="end"
      parse={(typed) => parseMoney(typed, { acceptBgn: true })}
      show={({ cents, currency }) => formatMoney(cents, currency)}
      note={(total) => euroText(total) ?? formatMoney(total.cents)}
    />
  )
}

/** A day, or only a month where the paper says no more. */
function MonthOrDayField(props: FieldProps) {
  return (
    <ParsedField<MonthOrDay>
      {...props}
      inputMode="text"
      parse={(typed) => parseMonthOrDay(typed, { today: today() })}
      show={formatMonthOrDayInput}
      note={formatMonthOrDayLong}
    />
  )
}
