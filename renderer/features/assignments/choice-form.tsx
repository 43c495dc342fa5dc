import { wishIsHonoured } from '#domain/assignments/rules.ts'
import {
  choiceInputSchema,
  presentCapacities,
  type ChoiceForm as Values,
  type ChoiceInput,
} from '#domain/assignments/schema.ts'
import { sexes } from '#domain/people/schema.ts'
import { client } from '#renderer/shell/client.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { AddAnother } from '#renderer/components/fields/add-another.tsx'
import { SelectField } from '#renderer/components/fields/choice-fields.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { Section } from '#renderer/components/form/section.tsx'
import { FieldRows } from '#renderer/components/record/field-rows.tsx'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { AssistantChoices, AssistantField, offerChoice } from './assistant-field.tsx'
import type { Pool } from './found.ts'
import { OffersField } from './offers-field.tsx'

/** Somebody is chosen, and not whom the person wished for. */
const asksWhyNot = ({ wishText, wishedEmploymentId = null, chosenEmploymentId }: Values) =>
  Boolean(chosenEmploymentId) &&
  !wishIsHonoured({ wishText, wishedEmploymentId, chosenEmploymentId })

const choiceFields = fieldsFor<Values>().table('assignments', {
  decision: [
    {
      name: 'substituteEmploymentId',
      kind: 'own',
      box: AssistantField,
      show: (id) => id,
      optional: true,
      passBy: true,
    },
    { name: 'decidedOn', kind: 'date', width: 'short', beside: true },
    { name: 'wishText', kind: 'text', max: 200, optional: true, passBy: true, hint: true },
    {
      name: 'wishedEmploymentId',
      kind: 'own',
      box: AssistantField,
      show: (id) => id,
      optional: true,
      passBy: true,
      hint: true,
      beside: true,
      when: ({ wishText }) => wishText !== '',
    },
    {
      name: 'wishedSex',
      kind: 'choice',
      options: sexes,
      as: 'radio',
      words: 'assignments:sex',
      optional: true,
      passBy: true,
    },
    {
      name: 'notHonouredReason',
      kind: 'area',
      max: 1000,
      rows: 2,
      hint: true,
      when: asksWhyNot,
    },
    { name: 'statement', kind: 'area', max: 2000, rows: 2, optional: true, hint: true },
  ],
})

/** Whom the person chooses out of the list, before whom, and in which words. */
export function ChoiceForm(props: {
  pool: Pool
  /** After it is recorded; with its paper where that was asked for. */
  onSaved: (saved: { id: string; version: number }, intent: 'save' | 'print') => void
}) {
  const { t } = useTranslation()
  const { pool, onSaved } = props
  const { draft, offers, application } = pool
  const capacities = presentCapacities.map((value) => ({
    value,
    label: t(`assignments:capacity.${value}`),
  }))
  return (
    <AssistantChoices value={offers.map(offerChoice)}>
      <Form<Values, ChoiceInput, { id: string; version: number }>
        schema={choiceInputSchema}
        title={t('assignments:choiceTitle')}
        draftKey={`assistantChoice:${application.id}`}
        defaults={draft?.input ?? pool.proposed}
        saveLabel={t('assignments:saveChoice')}
        print={{ label: t('assignments:saveIssue') }}
        columns="wide"
        said={() => t('assignments:choiceSaved')}
        onSave={(input, { requestId }) =>
          client.assignments.recordChoice({
            requestId,
            data: {
              id: draft?.id ?? null,
              version: draft?.version ?? null,
              applicationId: application.id,
              input,
            },
          })
        }
        onSaved={(saved, intent, fresh) => {
          void fresh.then(() => {
            onSaved(saved, intent === 'print' ? 'print' : 'save')
          })
        }}
      >
        <Section title={t('assignments:section.offers')}>
          <OffersField
            name="chosenEmploymentId"
            label={t('assignments:field.chosenEmploymentId')}
            hint={t('assignments:hint.chosenEmploymentId')}
            offers={offers}
          />
        </Section>
        <Section title={t('assignments:section.decision')}>
          <AddAnother
            name="present"
            legend={t('assignments:field.present')}
            addLabel={t('assignments:addPresent')}
            empty={{ name: '', capacity: null }}
            max={10}
            row={(path) => (
              <>
                <TextField
                  name={`${path}.name`}
                  label={t('assignments:field.presentName')}
                  max={120}
                />
                <SelectField
                  name={`${path}.capacity`}
                  label={t('assignments:field.presentCapacity')}
                  choices={capacities}
                />
              </>
            )}
          />
          <FieldRows of={choiceFields.sections.decision} />
        </Section>
      </Form>
    </AssistantChoices>
  )
}
