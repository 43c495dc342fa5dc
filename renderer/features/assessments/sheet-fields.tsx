import { useEffect, useRef } from 'react'
import { useWatch } from 'react-hook-form'
import { updateReasons, visitOutcomes } from '#domain/assessments/schema.ts'
import { ageOn } from '#domain/calendar/civil-date.ts'
import { valueOn } from '#domain/settings/rules.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { RadioField, SelectField } from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { NumberField } from '#renderer/components/fields/figure-fields.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { fieldNamed, focusField } from '#renderer/components/form/dom.ts'
import { Row, Section } from '#renderer/components/form/section.tsx'
import { ScoreRail } from './score-rail.tsx'
import { ScoringSheet } from './scoring-sheet.tsx'
import {
  ConclusionsSection,
  MoreSection,
  NarrativeSection,
  RisksSection,
  SourcesSection,
  TeamSection,
} from './sheet-sections.tsx'
import type { Sheet, SheetValues } from './sheet-values.ts'
import classes from './assessments.module.css'

/** The whole sheet in the order of the paper, with the score beside it. */
export function SheetFields({ sheet, arrival }: { sheet: Sheet; arrival: string }) {
  const { t } = useTranslation()
  const host = useRef<HTMLDivElement>(null)
  const [outcome, kind, updateReason, answers, assessmentDate, visitDate] = useWatch<
    SheetValues,
    ['outcome', 'kind', 'updateReason', 'answers', 'assessmentDate', 'visitDate']
  >({ name: ['outcome', 'kind', 'updateReason', 'answers', 'assessmentDate', 'visitDate'] })
  const { rules } = sheet
  const age = ageOn(sheet.person.birthDate, assessmentDate ?? visitDate ?? rules.today)
  const done = outcome === 'done'

  useEffect(() => {
    if (arrival === '') return
    const frame = requestAnimationFrame(() => {
      const field = host.current ? fieldNamed(host.current, arrival) : undefined
      if (field) focusField(field)
    })
    return () => {
      cancelAnimationFrame(frame)
    }
  }, [arrival])

  return (
    <div ref={host} className={classes.layout} data-rail={done ? '' : undefined}>
      <div className={classes.fields}>
        <Section title={t('assessments:section.visit')}>
          {kind === 'update' ? (
            <Row>
              <SelectField
                name="updateReason"
                label={t('assessments:field.updateReason')}
                choices={updateReasons.map((value) => ({
                  value,
                  label: t(`assessments:updateReason.${value}`),
                }))}
              />
              {updateReason === 'other' ? (
                <TextField
                  name="updateReasonText"
                  label={t('assessments:field.updateReasonText')}
                  max={1000}
                />
              ) : null}
            </Row>
          ) : null}
          <Row>
            <DateField
              name="visitDate"
              label={t('assessments:field.visitDate')}
              hint={t('assessments:hint.visitDate')}
            />
            <TextField
              name="visitPlace"
              label={t('assessments:field.visitPlace')}
              hint={t('assessments:hint.visitPlace')}
              max={200}
            />
          </Row>
          <RadioField
            name="outcome"
            label={t('assessments:field.outcome')}
            choices={visitOutcomes.map((value) => ({
              value,
              label: t(`assessments:outcome.${value}`),
            }))}
          />
          {done ? (
            <Row>
              <DateField
                name="assessmentDate"
                label={t('assessments:field.assessmentDate')}
                hint={t('assessments:hint.assessmentDate')}
              />
              <div />
            </Row>
          ) : (
            <Row>
              <NumberField
                name="visitAttempt"
                label={t('assessments:field.visitAttempt')}
                hint={t('assessments:hint.visitAttempt')}
                min={1}
                max={20}
              />
              <TextField
                name="witness"
                label={t('assessments:field.witness')}
                hint={t('assessments:hint.witness')}
                max={200}
              />
            </Row>
          )}
        </Section>
        {done ? (
          <>
            <Section title={t('assessments:section.sheet')}>
              <p className="o-small o-muted">{t('assessments:sheetKeys')}</p>
              <ScoringSheet
                methodology={sheet.methodology}
                age={age}
                previous={sheet.previous?.answers ?? []}
                changeNeedsReason={valueOn(rules.settings, 'changeNeedsReason', rules.today)}
              />
            </Section>
            <SourcesSection />
            <NarrativeSection />
            <RisksSection />
            <ConclusionsSection dailyMaxMinutes={rules.dailyMaxMinutes} />
            <TeamSection carried={sheet.carried} />
            <MoreSection />
          </>
        ) : (
          <p className="o-muted">{t('assessments:notCarriedOutHint')}</p>
        )}
      </div>
      {done ? <ScoreRail methodology={sheet.methodology} answers={answers} age={age} /> : null}
    </div>
  )
}
