import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { intakeSchema, type IntakeInput } from '#domain/applications/intake.ts'
import type { ApplicationState } from '#domain/applications/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { formatInitials } from '#domain/text/format-person.ts'
import { formatDate } from '#domain/text/format.ts'
import { usePageState } from '#renderer/shell/page-state.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { say } from '#renderer/shell/toasts.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { ConflictField } from '#renderer/components/display/conflict-view.tsx'
import type { SaveCall, SaveIntent } from '#renderer/components/form/form-props.ts'
import { Form } from '#renderer/components/form/form.tsx'
import { SelectField } from '#renderer/components/fields/choice-fields.tsx'
import { Row, Section } from '#renderer/components/form/section.tsx'
import { FieldRows } from '#renderer/components/record/field-rows.tsx'
import { DeclarationsSection, DocumentsSection } from './intake-papers.tsx'
import { IntakeChecks } from './intake-checks.tsx'
import { PersonSections } from './intake-person.tsx'
import { applicationFields } from './application-fields.ts'
import { FilingSection } from './intake-filing.tsx'
import { GroundSection } from './intake-ground.tsx'
import { SituationSection } from './intake-situation.tsx'
import { keptOf, newIntake, type Kept, type Setup } from './intake-values.ts'
import { useApplicant } from './use-applicant.ts'
import { useApplicantFacts } from './use-facts.ts'
import classes from './applications.module.css'

export interface SavedApplication {
  id: string
  state: ApplicationState
  missing: Problem[]
  documentsDueDate: string | null
  warnings?: Problem[]
  entryNumber?: string
}

export interface IntakeFormProps {
  setup: Setup
  title: string
  draftKey: string
  defaults: IntakeInput
  /** The person whose dossier the page was opened from, or whose application is corrected. */
  personId: string | undefined
  /** The application being corrected; null for a new one. */
  applicationId: string | null
  carried: boolean
  /** The number was drawn by the office: it does not change. */
  numberFixed?: boolean
  next?: boolean
  conflictFields?: readonly ConflictField[]
  save: (values: IntakeInput, call: SaveCall) => Promise<SavedApplication>
  onSaved: (saved: SavedApplication, intent: SaveIntent) => void
  onLeave: () => void
}

/** The office judges the same values again, so the page sends them as they stand in the fields. */
const formSchema: z.ZodType<IntakeInput, IntakeInput> = z
  .custom<IntakeInput>()
  .superRefine((values, context) => {
    const judged = intakeSchema.safeParse(values)
    for (const issue of judged.success ? [] : judged.error.issues) context.addIssue({ ...issue })
  })

/** What was kept of the application before this one, in this session. */
export const useKept = () => usePageState<Kept | undefined>('applications.kept', undefined)

/** One page in the order of the paper, with live checks beside it. */
export function IntakeForm(props: IntakeFormProps) {
  const { setup } = props
  const { t } = useTranslation()
  const problemText = useProblemText()
  const [kept, setKept] = useKept()
  const [carried, setCarried] = useState(props.carried)
  return (
    <Form<IntakeInput, IntakeInput, SavedApplication>
      schema={formSchema}
      defaults={props.defaults}
      title={props.title}
      draftKey={props.draftKey}
      draftOf={({ entryNumber, person }) =>
        [entryNumber, formatInitials(person)].filter(Boolean).join(', ')
      }
      onLeave={props.onLeave}
      {...(kept ? { previous: kept.previous } : {})}
      {...(props.conflictFields ? { conflictFields: props.conflictFields } : {})}
      {...(props.next
        ? {
            next: {
              carry: (saved: IntakeInput) => newIntake(setup, keptOf(saved)),
            },
          }
        : {})}
      onSave={async (values, call) => {
        const saved = await props.save(values, call)
        if (props.applicationId === null) setKept(keptOf(values))
        return saved
      }}
      onSaved={(saved, intent) => {
        for (const warning of saved.warnings ?? []) say(problemText(warning), { tone: 'warn' })
        if (saved.documentsDueDate)
          say(
            t('applications:savedIncomplete', {
              count: saved.missing.length,
              date: formatDate(saved.documentsDueDate),
            }),
            { tone: 'warn' },
          )
        setCarried(intent === 'next')
        props.onSaved(saved, intent)
      }}
    >
      <Fields {...props} carried={carried} />
    </Form>
  )
}

const fields = applicationFields.sections

function Fields(props: IntakeFormProps) {
  const { setup, carried } = props
  const { t } = useTranslation()
  const { applicant, changing, change } = useApplicant(setup, props.personId)
  const facts = useApplicantFacts(applicant)
  const drawn = useWatch<IntakeInput, 'drawNumber'>({ name: 'drawNumber' })
  return (
    <div className={classes.formBody}>
      <div className={classes.formFields}>
        <Section title={t('applications:section.entry')}>
          <Row>
            {drawn ? (
              <p className={classes.drawn}>
                {t('applications:field.entryNumber')} <strong>{setup.nextNumber}</strong>
                <br />
                <span className="o-small o-muted">{t('applications:numberDrawn')}</span>
              </p>
            ) : (
              <FieldRows
                of={fields.number}
                asides={{ entryNumber: { disabled: props.numberFixed } }}
              />
            )}
            <FieldRows of={fields.date} asides={{ entryDate: { carried } }} />
          </Row>
        </Section>
        <PersonSections
          applicant={applicant}
          fixed={props.personId !== undefined}
          changing={changing}
          carried={carried}
          onChange={() => void change()}
        />
        <FilingSection applicant={applicant} />
        <GroundSection applicant={applicant} />
        <SituationSection />
        <Section title={t('applications:section.request')}>
          <FieldRows of={fields.request} />
        </Section>
        <Section title={t('applications:section.contact')}>
          <FieldRows of={fields.contact} />
        </Section>
        <DeclarationsSection />
        <DocumentsSection facts={facts} />
        {props.applicationId === null ? (
          <Section title={t('applications:section.case')}>
            <SelectField
              name="responsibleId"
              label={t('applications:column.responsible')}
              hint={t('applications:hint.responsible')}
              optional="quiet"
              passBy
              emptyLabel={t(`applications:give.${setup.leadsCases ? 'byMe' : 'byNobody'}`)}
              choices={setup.colleagues.map(({ id, displayName, cases }) => ({
                value: id,
                label: t('applications:give.colleague', { name: displayName, count: cases }),
              }))}
            />
          </Section>
        ) : null}
        {/* Closed, so that nobody fills it for fear of blame. */}
        <Section title={t('applications:section.more')} folded>
          <FieldRows of={fields.needs} />
          <FieldRows of={fields.more} />
          <FieldRows of={fields.preliminary} />
          <FieldRows of={fields.note} />
        </Section>
      </div>
      <IntakeChecks applicant={applicant} facts={facts} applicationId={props.applicationId} />
    </div>
  )
}
