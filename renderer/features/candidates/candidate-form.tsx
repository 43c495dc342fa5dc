import { useState } from 'react'
import { z } from 'zod'
import { candidateIntakeSchema, type CandidateIntakeInput } from '#domain/candidates/intake.ts'
import type { CandidacyState } from '#domain/candidates/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { formatInitials } from '#domain/text/format-person.ts'
import { formatDate } from '#domain/text/format.ts'
import { usePageState } from '#renderer/shell/page-state.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { say } from '#renderer/shell/toasts.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { ConflictField } from '#renderer/components/display/conflict-view.tsx'
import { AddAnother } from '#renderer/components/fields/add-another.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import type { SaveCall, SaveIntent } from '#renderer/components/form/form-props.ts'
import { Form } from '#renderer/components/form/form.tsx'
import { Section } from '#renderer/components/form/section.tsx'
import { FieldRows } from '#renderer/components/record/field-rows.tsx'
import classes from '#renderer/features/applications/applications.module.css'
import { CandidateChecks } from './candidate-checks.tsx'
import { candidateFields } from './candidate-fields.tsx'
import { CandidateDeclarations, CandidateDocuments } from './candidate-papers.tsx'
import { CandidatePerson } from './candidate-person.tsx'
import { emptyTraining, keptOf, newCandidate, type Kept, type Setup } from './candidate-values.ts'
import { useCandidate } from './use-candidate.ts'

interface SavedCandidacy {
  id: string
  state: CandidacyState
  missing: Problem[]
  documentsDueDate: string | null
  warnings: Problem[]
}

export interface CandidateFormProps {
  setup: Setup
  title: string
  draftKey: string
  defaults: CandidateIntakeInput
  /** The person whose dossier the page was opened from, or whose candidacy is corrected. */
  personId: string | undefined
  /** The candidacy being corrected; null for a new one. */
  candidacyId: string | null
  carried: boolean
  next?: boolean
  conflictFields?: readonly ConflictField[]
  save: (values: CandidateIntakeInput, call: SaveCall) => Promise<SavedCandidacy>
  onSaved: (saved: SavedCandidacy, intent: SaveIntent) => void
  onLeave: () => void
}

/** The office judges the same values again, so the page sends them as they stand in the fields. */
const formSchema: z.ZodType<CandidateIntakeInput, CandidateIntakeInput> = z
  .custom<CandidateIntakeInput>()
  .superRefine((values, context) => {
    const judged = candidateIntakeSchema.safeParse(values)
    for (const issue of judged.success ? [] : judged.error.issues) context.addIssue({ ...issue })
  })

/** What was kept of the candidate before this one, in this session. */
export const useKeptCandidate = () => usePageState<Kept | undefined>('candidates.kept', undefined)

/** One page in the order of the paper, with live checks beside it. */
export function CandidateForm(props: CandidateFormProps) {
  const { setup } = props
  const { t } = useTranslation()
  const problemText = useProblemText()
  const [kept, setKept] = useKeptCandidate()
  const [carried, setCarried] = useState(props.carried)
  return (
    <Form<CandidateIntakeInput, CandidateIntakeInput, SavedCandidacy>
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
              carry: (saved: CandidateIntakeInput) => newCandidate(setup, keptOf(saved)),
            },
          }
        : {})}
      onSave={async (values, call) => {
        const saved = await props.save(values, call)
        if (props.candidacyId === null) setKept(keptOf(values))
        return saved
      }}
      onSaved={(saved, intent) => {
        for (const warning of saved.warnings) say(problemText(warning), { tone: 'warn' })
        if (saved.documentsDueDate)
          say(
            t('candidates:savedIncomplete', {
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

const fields = candidateFields.sections

function Fields(props: CandidateFormProps) {
  const { setup, carried } = props
  const { t } = useTranslation()
  const { candidate, changing, change } = useCandidate(setup, props.personId)
  return (
    <div className={classes.formBody}>
      <div className={classes.formFields}>
        <Section title={t('candidates:section.entry')}>
          <FieldRows
            of={fields.entry}
            asides={{ entryDate: { carried }, campaign: { carried }, regime: { carried } }}
          />
        </Section>
        <CandidatePerson
          candidate={candidate}
          fixed={props.personId !== undefined}
          changing={changing}
          carried={carried}
          onChange={() => void change()}
        />
        <Section title={t('candidates:section.situation')}>
          <FieldRows of={fields.situation} />
        </Section>
        <Section title={t('candidates:section.offer')}>
          <FieldRows of={fields.offer} />
        </Section>
        <Section title={t('candidates:section.named')}>
          <FieldRows of={fields.named} />
        </Section>
        <CandidateDeclarations />
        <CandidateDocuments />
        <Trainings />
        {/* Closed, so that nobody fills it for fear of blame. */}
        <Section title={t('candidates:section.refused')} folded>
          <FieldRows of={fields.refused} />
        </Section>
        <Section title={t('candidates:section.note')} folded>
          <FieldRows of={fields.note} />
        </Section>
      </div>
      <CandidateChecks candidate={candidate} candidacyId={props.candidacyId} />
    </div>
  )
}

/** Trainings taken before, each with its certificate. */
function Trainings() {
  const { t } = useTranslation()
  return (
    <Section title={t('candidates:section.trainings')}>
      <AddAnother
        name="trainings"
        legend={t('candidates:field.trainings')}
        addLabel={t('candidates:training.add')}
        empty={emptyTraining}
        min={0}
        max={20}
        row={(path) => (
          <>
            <TextField name={`${path}.name`} label={t('candidates:training.name')} max={200} />
            <DateField
              name={`${path}.date`}
              label={t('candidates:training.date')}
              optional="quiet"
            />
            <TextField
              name={`${path}.certificateNumber`}
              label={t('candidates:training.certificateNumber')}
              max={60}
              optional="quiet"
            />
          </>
        )}
      />
    </Section>
  )
}
