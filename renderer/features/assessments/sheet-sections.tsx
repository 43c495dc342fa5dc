import { useWatch } from 'react-hook-form'
import { narrativeFields, optionalNarrative, riskLevels } from '#domain/assessments/schema.ts'
import { termKinds } from '#domain/regimes/catalogue.ts'
import { formatHoursText } from '#domain/text/format.ts'
import { openList } from '#renderer/shell/open-text.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { AddAnother } from '#renderer/components/fields/add-another.tsx'
import { CheckField, RadioField } from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { HoursField } from '#renderer/components/fields/figure-fields.tsx'
import { TextAreaField } from '#renderer/components/fields/text-area-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Row, Section } from '#renderer/components/form/section.tsx'
import { ActivitiesField } from './activities-field.tsx'
import type { SheetValues } from './sheet-values.ts'

function usePhrases(of: string): readonly string[] {
  useTranslation()
  return openList(`assessments:ready.${of}`)
}

export function SourcesSection() {
  const { t } = useTranslation()
  return (
    <Section title={t('assessments:section.sources')}>
      <TextAreaField
        name="sourcesText"
        label={t('assessments:field.sources')}
        hint={t('assessments:hint.sources')}
        phrases={usePhrases('sources')}
        rows={3}
      />
    </Section>
  )
}

/** What the assessor describes in words; what may be left out stands at the end, folded. */
export function NarrativeSection() {
  const { t } = useTranslation()
  return (
    <Section title={t('assessments:section.narrative')}>
      {narrativeFields
        .filter((field) => !optionalNarrative.includes(field))
        .map((field) => (
          <NarrativeField key={field} field={field} />
        ))}
    </Section>
  )
}

function NarrativeField({ field }: { field: (typeof narrativeFields)[number] }) {
  const { t } = useTranslation()
  return (
    <TextAreaField
      name={`narrative.${field}`}
      label={t(`assessments:narrative.${field}`)}
      max={8000}
      rows={3}
      optional={optionalNarrative.includes(field)}
      phrases={usePhrases(field)}
    />
  )
}

export function RisksSection() {
  const { t } = useTranslation()
  const [risks, none] = useWatch<SheetValues, ['risks', 'noRisks']>({ name: ['risks', 'noRisks'] })
  return (
    <Section title={t('assessments:section.risks')}>
      {risks.length === 0 || none ? (
        <CheckField name="noRisks" label={t('assessments:field.noRisks')} />
      ) : null}
      {none ? null : (
        <AddAnother
          name="risks"
          legend={t('assessments:field.risks')}
          addLabel={t('assessments:risk.add')}
          empty={{ risk: '', level: 'medium', measure: '' }}
          min={0}
          max={30}
          row={(path) => (
            <>
              <TextField name={`${path}.risk`} label={t('assessments:risk.risk')} max={200} />
              <RadioField
                name={`${path}.level`}
                label={t('assessments:risk.level')}
                choices={riskLevels.map((value) => ({
                  value,
                  label: t(`assessments:riskLevel.${value}`),
                }))}
              />
              <TextField
                name={`${path}.measure`}
                label={t('assessments:risk.measure')}
                max={1000}
              />
            </>
          )}
        />
      )}
    </Section>
  )
}

export function ConclusionsSection({ dailyMaxMinutes }: { dailyMaxMinutes: number | null }) {
  const { t } = useTranslation()
  return (
    <Section title={t('assessments:section.conclusions')}>
      <TextAreaField
        name="personView"
        label={t('assessments:field.personView')}
        max={8000}
        phrases={usePhrases('personView')}
      />
      <TextAreaField
        name="conclusions"
        label={t('assessments:field.conclusions')}
        max={8000}
        rows={4}
        phrases={usePhrases('conclusions')}
      />
      <ActivitiesField
        name="recommendedActivities"
        label={t('assessments:field.recommendedActivities')}
      />
      <Row>
        <HoursField
          name="recommendedMinutesPerDay"
          label={t('assessments:field.recommendedMinutesPerDay')}
          hint={
            dailyMaxMinutes === null
              ? t('assessments:hint.recommendedMinutesPerDay')
              : t('assessments:hint.recommendedMinutesLimit', {
                  hours: formatHoursText(dailyMaxMinutes),
                })
          }
        />
        <div />
      </Row>
      <RadioField
        name="recommendedTerm"
        label={t('assessments:field.recommendedTerm')}
        choices={termKinds.map((value) => ({ value, label: t(`assessments:term.${value}`) }))}
      />
    </Section>
  )
}

export function TeamSection({ carried }: { carried: boolean }) {
  const { t } = useTranslation()
  return (
    <Section title={t('assessments:section.team')}>
      <AddAnother
        name="team"
        legend={t('assessments:field.teamLegend')}
        addLabel={t('assessments:member.add')}
        empty={{ name: '', position: '' }}
        max={12}
        row={(path, index) => (
          <>
            <TextField
              name={`${path}.name`}
              label={t('assessments:field.memberName')}
              max={200}
              carried={carried && index < 2}
            />
            <TextField
              name={`${path}.position`}
              label={t('assessments:field.memberPosition')}
              max={200}
              carried={carried && index < 2}
            />
          </>
        )}
      />
    </Section>
  )
}

/** What the law does not ask for; closed, so that nobody fills it out of fear. */
export function MoreSection() {
  const { t } = useTranslation()
  return (
    <Section title={t('assessments:section.more')} folded>
      <AddAnother
        name="opinions"
        legend={t('assessments:field.opinions')}
        addLabel={t('assessments:opinion.add')}
        empty={{ from: '', date: null, summary: '' }}
        min={0}
        max={20}
        row={(path) => (
          <>
            <TextField
              name={`${path}.from`}
              label={t('assessments:opinion.from')}
              hint={t('assessments:hint.opinionFrom')}
              max={200}
            />
            <DateField
              name={`${path}.date`}
              label={t('assessments:opinion.date')}
              optional="quiet"
            />
            <TextAreaField
              name={`${path}.summary`}
              label={t('assessments:opinion.summary')}
              max={8000}
            />
          </>
        )}
      />
      {optionalNarrative.map((field) => (
        <NarrativeField key={field} field={field} />
      ))}
    </Section>
  )
}
