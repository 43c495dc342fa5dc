import { useEffect } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { representativeKindFor, type IntakeInput } from '#domain/applications/intake.ts'
import {
  eligibilityGroups,
  filedByKinds,
  kinships,
  livesWithKinds,
  otherServiceKinds,
} from '#domain/applications/schema.ts'
import { regimeIds } from '#domain/regimes/catalogue.ts'
import type { NameIn } from '#locales/keys.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { AddAnother } from '#renderer/components/fields/add-another.tsx'
import {
  RadioField,
  SelectField,
  YesNoUnknownField,
} from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { NumberField, PhoneField } from '#renderer/components/fields/figure-fields.tsx'
import { TextAreaField } from '#renderer/components/fields/text-area-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Row, Section } from '#renderer/components/form/section.tsx'
import { NameField } from '#renderer/features/people/name-field.tsx'
import { emptyService, type Applicant } from './intake-values.ts'
import { telkLine } from './telk-line.ts'

/** Who brings the application; a representative's data appear below the answer. */
export function FilingSection(props: { applicant: Applicant | undefined; carried: boolean }) {
  const { t } = useTranslation()
  const { setValue } = useFormContext<IntakeInput>()
  const [filedBy, representativeId] = useWatch<IntakeInput, ['filedBy', 'representativeId']>({
    name: ['filedBy', 'representativeId'],
  })
  const kind = representativeKindFor(filedBy)
  const fitting = (props.applicant?.representatives ?? []).filter((one) => one.kind === kind)
  const wanted = kind === undefined ? null : (fitting[0]?.id ?? null)
  useEffect(() => {
    // The one in the dossier is meant, until somebody says it is another.
    setValue('representativeId', wanted)
  }, [wanted, setValue])
  const label = (name: NameIn<'applications:representative'>) =>
    t(`applications:representative.${name}`)
  return (
    <Section title={t('applications:section.filing')}>
      <SelectField
        name="filedBy"
        label={t('applications:field.filedBy')}
        carried={props.carried}
        choices={filedByKinds.map((value) => ({
          value,
          label: t(`applications:filedBy.${value}`),
        }))}
      />
      {fitting.length > 0 ? (
        <SelectField
          name="representativeId"
          label={t('applications:field.representativeId')}
          emptyLabel={label('another')}
          passBy
          choices={fitting.map((one) => ({ value: one.id, label: one.name }))}
        />
      ) : null}
      {kind !== undefined && representativeId === null ? (
        <>
          <Row>
            <NameField name="representative.firstName" label={label('firstName')} />
            <NameField name="representative.middleName" label={label('middleName')} optional />
            <NameField name="representative.lastName" label={label('lastName')} />
          </Row>
          <Row>
            <TextField name="representative.idNumber" label={label('idNumber')} max={20} optional />
            <PhoneField name="representative.phone" label={label('phone')} optional />
          </Row>
          <Row>
            <TextField
              name="representative.documentNumber"
              label={label(`document.${kind}`)}
              max={60}
              optional
            />
            <DateField name="representative.documentDate" label={label('documentDate')} optional />
            <TextField
              name="representative.documentIssuer"
              label={label('documentIssuer')}
              max={120}
              optional
              passBy
            />
          </Row>
        </>
      ) : null}
    </Section>
  )
}

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
      <RadioField
        name="eligibilityGroup"
        label={t('applications:field.eligibilityGroup')}
        stacked
        choices={eligibilityGroups.map((value) => ({
          value,
          label: t(`applications:eligibilityGroup.${value}`),
        }))}
      />
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

/** With whom the person lives and what help they already have. */
export function SituationSection() {
  const { t } = useTranslation()
  const { setValue, getValues } = useFormContext<IntakeInput>()
  const uses = useWatch<IntakeInput, 'usesOtherService'>({ name: 'usesOtherService' })
  useEffect(() => {
    const rows = getValues('otherServices')
    if (uses === 'yes' && rows.length === 0) setValue('otherServices', [emptyService])
    if (uses !== 'yes' && rows.length > 0) setValue('otherServices', [])
  }, [uses, getValues, setValue])
  return (
    <Section title={t('applications:section.situation')}>
      <Row>
        <SelectField
          name="livesWith"
          label={t('applications:field.livesWith')}
          choices={livesWithKinds.map((value) => ({
            value,
            label: t(`applications:livesWith.${value}`),
          }))}
        />
        <NumberField
          name="householdSize"
          label={t('applications:field.householdSize')}
          optional
          min={1}
          max={30}
          decimals={0}
        />
      </Row>
      <YesNoUnknownField name="usesOtherService" label={t('applications:field.usesOtherService')} />
      {uses === 'yes' ? (
        <AddAnother
          name="otherServices"
          legend={t('applications:section.services')}
          addLabel={t('applications:otherService.add')}
          empty={emptyService}
          max={20}
          row={(path) => (
            <>
              <SelectField
                name={`${path}.kind`}
                label={t('applications:otherService.kind')}
                choices={otherServiceKinds.map((value) => ({
                  value,
                  label: t(`applications:otherServiceKind.${value}`),
                }))}
              />
              <TextField
                name={`${path}.provider`}
                label={t('applications:otherService.provider')}
                max={200}
                optional="quiet"
              />
              <TextField
                name={`${path}.reference`}
                label={t('applications:otherService.reference')}
                max={200}
                optional="quiet"
                passBy
              />
              <DateField
                name={`${path}.until`}
                label={t('applications:otherService.until')}
                optional="quiet"
                passBy
              />
            </>
          )}
        />
      ) : null}
    </Section>
  )
}

/** What is asked for; only one kind of support is kept here yet. */
export function RequestSection() {
  const { t } = useTranslation()
  const assistant = useWatch<IntakeInput, 'preferredAssistant'>({ name: 'preferredAssistant' })
  return (
    <Section title={t('applications:section.request')}>
      <SelectField
        name="regime"
        label={t('applications:field.service')}
        choices={regimeIds.map((value) => ({ value, label: t(`applications:regime.${value}`) }))}
      />
      <Row>
        <TextField
          name="preferredAssistant"
          label={t('applications:field.preferredAssistant')}
          optional
          max={200}
        />
        {assistant.trim() === '' ? null : (
          <SelectField
            name="kinship"
            label={t('applications:field.kinship')}
            choices={kinships.map((value) => ({
              value,
              label: t(`applications:kinship.${value}`),
            }))}
          />
        )}
      </Row>
    </Section>
  )
}

/** What is not needed to go on: closed, so that nobody fills it for fear of blame. */
export function MoreSection() {
  const { t } = useTranslation()
  const may = useMay()
  const field = (name: NameIn<'applications:field'>) => ({
    name,
    label: t(`applications:field.${name}`),
  })
  return (
    <Section title={t('applications:section.more')} folded>
      {may('people.readHealth') ? (
        <TextAreaField
          {...field('needsDescription')}
          hint={t('applications:hint.needsDescription')}
          optional
          max={4000}
        />
      ) : null}
      <Row>
        <TextField {...field('substituteAssistant')} optional max={200} />
        <TextField
          {...field('preferredHours')}
          hint={t('applications:hint.preferredHours')}
          optional
          max={200}
        />
      </Row>
      <YesNoUnknownField {...field('relativesNearby')} optional />
      <TextField
        {...field('generalPractitioner')}
        hint={t('applications:hint.generalPractitioner')}
        optional
        max={200}
      />
      <Row>
        <TextField {...field('preliminaryAssessmentNumber')} optional max={60} />
        <DateField {...field('preliminaryAssessmentDate')} optional />
      </Row>
      <TextAreaField {...field('note')} optional max={4000} rows={2} />
    </Section>
  )
}
