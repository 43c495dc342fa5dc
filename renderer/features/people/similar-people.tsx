import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { namedEnough } from '#domain/people/similar.ts'
import { formatFullName, formatSettlement } from '#domain/text/format-person.ts'
import { formatDate } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import type { PersonFormValues } from './person-values.ts'
import classes from './people.module.css'

/** How long the hands rest before the office is asked, in milliseconds. */
const rest = 250

/** People who may be the one being typed, beside the form while it is typed. */
export function SimilarPeople({ exceptId }: { exceptId: string | null }) {
  const { t } = useTranslation()
  const [firstName, middleName, lastName, idKind, idNumber, birthDate] = useWatch<
    PersonFormValues,
    ['firstName', 'middleName', 'lastName', 'idKind', 'idNumber', 'birthDate']
  >({ name: ['firstName', 'middleName', 'lastName', 'idKind', 'idNumber', 'birthDate'] })
  const typed = useRested(
    JSON.stringify({
      firstName: firstName.slice(0, 200),
      middleName: middleName ? middleName.slice(0, 200) : null,
      lastName: lastName?.slice(0, 200) ?? null,
      idKind,
      idNumber: idNumber && idNumber.length <= 40 ? idNumber : null,
      birthDate: birthDate && birthDate.length <= 10 ? birthDate : null,
      exceptId,
    }),
  )
  const input = JSON.parse(typed) as Parameters<
    typeof orpc.people.similar.queryOptions
  >[0]['input'] & {
    firstName: string
    lastName: string | null
    idNumber: string | null
  }
  const enough = (input.idNumber?.length ?? 0) >= 5 || namedEnough(input)
  const found = useQuery(
    orpc.people.similar.queryOptions({ input, enabled: enough, placeholderData: keepPreviousData }),
  )
  const people = enough ? (found.data ?? []) : []
  return (
    <aside
      className={classes.similar}
      aria-label={t('people:similar.title')}
      data-pane
      tabIndex={-1}
    >
      <h2>{t('people:similar.title')}</h2>
      <div role="status">
        {people.length === 0 ? (
          <p className="o-muted">{t(enough ? 'people:similar.none' : 'people:similar.waiting')}</p>
        ) : (
          <ul>
            {people.map((person) => (
              <li key={person.id} data-same={person.likeness === 'same' ? '' : undefined}>
                <strong>{t(`people:similar.${person.likeness}`)}</strong>
                {person.likeness === 'same' && exceptId !== null ? (
                  <span className="o-small">{t('people:similar.noMerge')}</span>
                ) : null}
                <span lang="bg">{formatFullName(person)}</span>
                <span className="o-small">
                  {formatDate(person.birthDate)} · {person.idNumber} · {formatSettlement(person)}
                </span>
                <Link to={addressOf(routes.person, person.id)}>
                  {t('people:actions.openDossier')}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </aside>
  )
}

function useRested(value: string): string {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => {
      setRested(value)
    }, rest)
    return () => {
      clearTimeout(timer)
    }
  }, [value])
  return rested
}
