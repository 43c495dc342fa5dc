import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useLayoutEffect } from 'react'
import { useWatch } from 'react-hook-form'
import type { IntakeInput } from '#domain/applications/intake.ts'
import { ageOn } from '#domain/calendar/civil-date.ts'
import { parseEgn } from '#domain/people/ids.ts'
import { formatFullName, formatPhone } from '#domain/text/format-person.ts'
import { formatDate } from '#domain/text/format.ts'
import type { NameIn } from '#locales/keys.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { Facts } from '#renderer/components/display/facts.tsx'
import { KeyHint } from '#renderer/components/display/key-hint.tsx'
import { AddressField } from '#renderer/components/fields/address-field.tsx'
import { RadioField } from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { EgnField } from '#renderer/components/fields/egn-field.tsx'
import { PhoneField } from '#renderer/components/fields/figure-fields.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { useFormTools } from '#renderer/components/form/form-context.ts'
import { Row, Section } from '#renderer/components/form/section.tsx'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import { NameFields } from '#renderer/features/people/name-field.tsx'
import { telkLine } from './telk-line.ts'
import type { Applicant } from './intake-values.ts'
import classes from './applications.module.css'

/** Who applies: the number first, because the person may be known already. */
export function PersonSections(props: {
  applicant: Applicant | undefined
  /** The dossier this page was opened from. */
  fixed: boolean
  changing: boolean
  carried: boolean
  onChange: () => void
}) {
  const { applicant, fixed, changing } = props
  const { t } = useTranslation()
  const known = applicant !== undefined && !changing
  return (
    <>
      <Section title={t('applications:section.person')}>
        {fixed && !changing ? null : <NumberFields />}
        {known ? <KnownPerson applicant={applicant} onChange={props.onChange} /> : <PersonFields />}
      </Section>
      {known ? null : <AddressSection carried={props.carried} />}
    </>
  )
}

export function NumberFields() {
  const { t } = useTranslation()
  const kind = useWatch<IntakeInput, 'person.idKind'>({ name: 'person.idKind' })
  return (
    <Row>
      <RadioField
        name="person.idKind"
        label={t('applications:person.idKind')}
        choices={(['egn', 'lnch', 'other'] as const).map((value) => ({
          value,
          label: t(`applications:person.idKinds.${value}`),
        }))}
      />
      {kind === 'egn' ? (
        <EgnField
          name="person.idNumber"
          label={t('applications:person.idKinds.egn')}
          hint={t('applications:hint.egn')}
          read={(digits) => {
            const egn = parseEgn(digits)
            if (!egn.ok) return egn
            const { birthDate, sex } = egn.value
            const said = t('applications:person.egnSays', {
              date: formatDate(birthDate),
              sex: t(`applications:person.sexes.${sex}`),
              age: ageOn(birthDate, today()),
            })
            return { ok: true, said }
          }}
        />
      ) : (
        <TextField
          name="person.idNumber"
          label={t(`applications:person.idKinds.${kind}`)}
          max={20}
          inputMode={kind === 'lnch' ? 'numeric' : 'text'}
        />
      )}
    </Row>
  )
}

export function PersonFields() {
  const { t } = useTranslation()
  const kind = useWatch<IntakeInput, 'person.idKind'>({ name: 'person.idKind' })
  const label = (name: NameIn<'applications:person'>) => t(`applications:person.${name}`)
  return (
    <>
      <NameFields path="person." label={label} />
      {kind === 'egn' ? null : (
        <Row>
          <DateField name="person.birthDate" label={label('birthDate')} birth />
          <RadioField
            name="person.sex"
            label={label('sex')}
            choices={(['male', 'female'] as const).map((value) => ({
              value,
              label: label(`sexes.${value}`),
            }))}
          />
        </Row>
      )}
      <Row>
        <TextField
          name="person.idCardNumber"
          label={label('idCardNumber')}
          hint={t('applications:hint.idCard')}
          optional
          max={9}
        />
        <DateField
          name="person.idCardIssuedOn"
          label={label('idCardIssuedOn')}
          hint={t('applications:hint.entryDate')}
          optional
        />
      </Row>
    </>
  )
}

export function AddressSection({ carried }: { carried: boolean }) {
  const { t } = useTranslation()
  const settlements = useQuery(orpc.people.settlements.queryOptions({ input: {} }))
  const choices = (settlements.data ?? []).map(({ settlement }) => ({
    value: settlement,
    label: settlement,
  }))
  const same = useWatch<IntakeInput, 'person.permanentSame'>({ name: 'person.permanentSame' })
  return (
    <Section title={t('applications:section.address')}>
      {carried ? <p className="o-small o-muted">{t('applications:carriedVillage')}</p> : null}
      <AddressField name="person.currentAddress" settlements={choices} full />
      <RadioField
        name="person.permanentSame"
        label={t('applications:person.permanentAddress')}
        choices={[
          { value: 'yes', label: t('applications:person.permanentSame') },
          { value: 'no', label: t('applications:person.permanentOther') },
        ]}
      />
      {same === 'no' ? (
        <AddressField name="person.permanentAddress" settlements={choices} full />
      ) : null}
      <PhoneField
        name="person.phone"
        label={t('applications:person.phone')}
        hint={t('applications:hint.phone')}
        optional
      />
    </Section>
  )
}

/** What the office knows of the person: to be confirmed by eye, or changed by one key. */
function KnownPerson({ applicant, onChange }: { applicant: Applicant; onChange: () => void }) {
  const { t } = useTranslation()
  const tools = useFormTools()
  const { person, telk } = applicant
  useKey('Alt+R', t('applications:person.change'), onChange, { scope: 'form' })
  useLayoutEffect(() => {
    // The names under the hands went away with the search: the keys go on from the number. At once:
    // a frame later the title of the page may have them, and what is typed meanwhile is lost.
    if (document.activeElement !== document.body) return
    const number = document.querySelector('[data-field="person.idNumber"]')
    if (number) tools.advance(number)
  }, [person.id, tools])
  return (
    <div className={classes.known} role="status">
      <Facts
        facts={[
          {
            label: t('applications:field.personId'),
            value: (
              <Link to={addressOf(routes.person, person.id)} lang="bg">
                {formatFullName(person)}
              </Link>
            ),
          },
          {
            label: t('applications:person.born'),
            value: t('applications:person.egnSays', {
              date: formatDate(person.birthDate),
              sex: t(`applications:person.sexes.${person.sex}`),
              age: person.age,
            }),
          },
          {
            label: t('applications:person.currentAddress'),
            value: <span lang="bg">{person.address}</span>,
          },
          {
            label: t('applications:person.phone'),
            value: person.phone ? formatPhone(person.phone) : null,
          },
          { label: t('applications:section.telk'), value: telk ? telkLine(t, telk) : null },
        ]}
      />
      <Button variant="default" onClick={onChange}>
        {t('applications:person.change')} <KeyHint chord="Alt+R" />
      </Button>
    </div>
  )
}
