import type { ReactNode } from 'react'
import { formatAddress, formatInitials, type AddressParts } from '#domain/text/format-person.ts'
import { formatDate } from '#domain/text/format.ts'
import type { NameIn } from '#locales/keys.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { say } from '#renderer/shell/toasts.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { openText } from '#renderer/shell/open-text.ts'
import type { ConflictField } from '#renderer/components/display/conflict-view.tsx'
import type { SaveCall, SaveIntent } from '#renderer/components/form/form-props.ts'
import { Form } from '#renderer/components/form/form.tsx'
import type { IdNumber } from '#domain/people/former-ids.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { PersonFields } from './person-fields.tsx'
import {
  nextPerson,
  personFormSchema,
  type PersonFormData,
  type PersonFormValues,
} from './person-values.ts'
import { SimilarPeople } from './similar-people.tsx'
import classes from './people.module.css'

export interface SavedPerson {
  id: string
  warnings: Problem[]
}

export interface PersonFormProps {
  title: string
  draftKey: string
  defaults: PersonFormValues
  /** The person being edited; null for a new one. */
  personId: string | null
  /** The number that the person has: another one asks for its ground. */
  stored?: IdNumber
  /** Whether „Запиши и следващо“ stands beside „Запиши“. */
  next?: boolean
  save: (values: PersonFormData, call: SaveCall) => Promise<SavedPerson>
  onSaved: (saved: SavedPerson, intent: SaveIntent) => void
  onLeave: () => void
}

/** The form of a person with „Подобни лица“ beside it. */
export function PersonForm(props: PersonFormProps) {
  const problemText = useProblemText()
  const conflictFields = useConflictFields()
  return (
    <Form<PersonFormValues, PersonFormData, SavedPerson>
      schema={personFormSchema}
      defaults={props.defaults}
      title={props.title}
      draftKey={props.draftKey}
      draftOf={({ firstName, middleName = null, lastName }) =>
        formatInitials({ firstName, middleName, lastName })
      }
      conflictFields={conflictFields}
      onLeave={props.onLeave}
      {...(props.next ? { next: { carry: nextPerson } } : {})}
      onSave={props.save}
      onSaved={(saved, intent) => {
        // What is odd but allowed is said after the save: it stands in the dossier for whoever looks.
        for (const warning of saved.warnings) say(problemText(warning), { tone: 'warn' })
        props.onSaved(saved, intent)
      }}
    >
      <div className={classes.formBody}>
        <div className={classes.formFields}>
          <PersonFields stored={props.stored} />
        </div>
        <SimilarPeople exceptId={props.personId} />
      </div>
    </Form>
  )
}

const dates = ['birthDate', 'idCardIssuedOn', 'idCardValidUntil', 'deathDate'] as const
const choices = ['sex', 'idKind', 'capacity', 'maritalStatus'] as const
const texts = [
  'firstName', 'middleName', 'lastName', 'idNumber', 'citizenship', 'idCardNumber', 'idCardIssuedBy',
  'email', 'gp', 'emergencyContactName', 'emergencyContactRelation', 'emergencyContactPhone', 'iban',
  'ownWishText',
] as const // prettier-ignore
const ticks = ['idCardNoExpiry', 'cannotSign'] as const

/** The fields that are laid side by side when two saved the same person. */
function useConflictFields(): ConflictField[] {
  const { t } = useTranslation()
  const nothing = '–'
  const field = (
    name: NameIn<'people:fields'>,
    show?: (value: never) => ReactNode,
  ): ConflictField => ({
    name,
    label: t(`people:fields.${name}`),
    ...(show
      ? {
          show: (value) =>
            value === null || value === undefined || value === '' ? nothing : show(value as never),
        }
      : {}),
  })
  return [
    ...texts.map((name) => field(name)),
    ...dates.map((name) => field(name, (value: string) => formatDate(value))),
    ...choices.map((name) =>
      field(name, (value: string) => openText(`people:${name}.${value}`, 'common:none')),
    ),
    field('livesAlone', (value: string) => openText(`common:${value}`, 'common:none')),
    ...ticks.map((name) => field(name, (value: boolean) => t(value ? 'common:yes' : 'common:no'))),
    field('currentAddress', (value: AddressParts) => formatAddress(value)),
    field('permanentAddress', (value: AddressParts) => formatAddress(value)),
    field(
      'phones',
      (value: { number: string }[]) => value.map((phone) => phone.number).join(', ') || nothing,
    ),
  ]
}
