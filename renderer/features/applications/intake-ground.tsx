import { useWatch } from 'react-hook-form'
import type { NameIn } from '#locales/keys.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { IntakeInput } from '#domain/applications/intake.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { RadioField } from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { NumberField } from '#renderer/components/fields/figure-fields.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Row, Section } from '#renderer/components/form/section.tsx'
import { FieldRows } from '#renderer/components/record/field-rows.tsx'
import { applicationFields } from './application-fields.ts'
import type { Applicant } from './intake-values.ts'
import { telkLine } from './telk-line.ts'

/** The group of чл. 93, ал. 2 and the decision it rests on. */
export function GroundSection({ applicant }: { applicant: Applicant | undefined }) {
  const { t } = useTranslation()
  const may = useMay()
  const [group, attendance] = useWatch<IntakeInput, ['eligibilityGroup', 'telk.attendance']>({
    name: ['eligibilityGroup', 'telk.attendance'],
  })
  const needsTelk = group === 'disabledAdult' || group === 'disabledChild'
  const label = (name: NameIn<'applications:telk'>) => t(`applications:telk.${name}`)
  return (
    <Section title={t('applications:section.ground')}>
      <FieldRows of={applicationFields.sections.ground} />
      {needsTelk ? (
        <>
          {applicant?.telk ? (
            <p>
              {label('known')} {telkLine(t, applicant.telk)}
            </p>
          ) : null}
          <Row>
            <TextField
              name="telk.number"
              label={label('number')}
              max={40}
              optional={applicant?.telk ? true : 'quiet'}
              passBy={Boolean(applicant?.telk)}
            />
            <DateField
              name="telk.decidedOn"
              label={label('decidedOn')}
              optional="quiet"
              passBy={Boolean(applicant?.telk)}
            />
            <NumberField
              name="telk.percent"
              label={label('percent')}
              optional="quiet"
              min={0}
              max={100}
              decimals={2}
              passBy={Boolean(applicant?.telk)}
            />
          </Row>
          <Row>
            <RadioField
              name="telk.attendance"
              label={label('attendance')}
              optional="quiet"
              passBy={Boolean(applicant?.telk)}
              choices={[
                { value: 'yes', label: label('withHelp') },
                { value: 'no', label: label('withoutHelp') },
              ]}
            />
            <DateField
              name="telk.validUntil"
              label={label('validUntil')}
              hint={label('lifetimeHint')}
              optional="quiet"
              lifetime
              passBy={Boolean(applicant?.telk)}
            />
          </Row>
          {attendance === 'yes' ? (
            <DateField
              name="telk.attendanceUntil"
              label={label('attendanceUntil')}
              hint={label('lifetimeHint')}
              optional
              lifetime
              passBy
            />
          ) : null}
          {may('people.readHealth') ? (
            <TextField
              name="telk.diagnosis"
              label={label('diagnosis')}
              max={1000}
              optional
              passBy
            />
          ) : null}
        </>
      ) : null}
    </Section>
  )
}
