import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useLayoutEffect } from 'react'
import { formatFullName, formatPhone } from '#domain/text/format-person.ts'
import { formatDate } from '#domain/text/format.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Facts } from '#renderer/components/display/facts.tsx'
import { KeyHint } from '#renderer/components/display/key-hint.tsx'
import { useFormTools } from '#renderer/components/form/form-context.ts'
import { Section } from '#renderer/components/form/section.tsx'
import {
  AddressSection,
  PersonFields,
  NumberFields,
} from '#renderer/features/applications/intake-person.tsx'
import classes from '#renderer/features/applications/applications.module.css'
import type { Candidate } from './candidate-values.ts'

/** Who wants to be an assistant: the number first, because the person may be known already. */
export function CandidatePerson(props: {
  candidate: Candidate | undefined
  /** The dossier this page was opened from. */
  fixed: boolean
  changing: boolean
  carried: boolean
  onChange: () => void
}) {
  const { candidate, fixed, changing } = props
  const { t } = useTranslation()
  const known = candidate !== undefined && !changing
  return (
    <>
      <Section title={t('applications:section.person')}>
        {fixed && !changing ? null : <NumberFields />}
        {known ? (
          <KnownPerson person={candidate.person} onChange={props.onChange} />
        ) : (
          <PersonFields />
        )}
      </Section>
      {known ? null : <AddressSection carried={props.carried} />}
    </>
  )
}

/** What the office knows of the person: to be confirmed by eye, or changed by one key. */
function KnownPerson({ person, onChange }: { person: Candidate['person']; onChange: () => void }) {
  const { t } = useTranslation()
  const tools = useFormTools()
  useKey('Alt+R', t('applications:person.change'), onChange, { scope: 'form' })
  useLayoutEffect(() => {
    // The names under the hands went away with the search: the keys go on from the number.
    if (document.activeElement !== document.body) return
    const number = document.querySelector('[data-field="person.idNumber"]')
    if (number) tools.advance(number)
  }, [person.id, tools])
  return (
    <div className={classes.known} role="status">
      <Facts
        facts={[
          {
            label: t('candidates:field.personId'),
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
        ]}
      />
      <Button variant="default" onClick={onChange}>
        {t('applications:person.change')} <KeyHint chord="Alt+R" />
      </Button>
    </div>
  )
}
