import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { CandidateIntakeInput } from '#domain/candidates/intake.ts'
import { parseIdNumber } from '#domain/people/schema.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import {
  emptyPerson,
  knownPerson,
  personToChange,
} from '#renderer/features/applications/intake-values.ts'
import type { Candidate, Setup } from './candidate-values.ts'

/**
 * The person whose number stands on the page. A known one fills in, and goes away again when the
 * number becomes another's.
 */
export function useCandidate(setup: Setup, personId: string | undefined) {
  const { setValue, getValues } = useFormContext<CandidateIntakeInput>()
  const [known, idKind, idNumber] = useWatch<
    CandidateIntakeInput,
    ['known', 'person.idKind', 'person.idNumber']
  >({ name: ['known', 'person.idKind', 'person.idNumber'] })
  const fixed = personId !== undefined
  const read = fixed || idNumber === '' ? undefined : parseIdNumber(idKind, idNumber)
  const number = read?.ok ? read.value : undefined
  const changing = known !== null && known.version !== null
  const query = useQuery(
    orpc.candidates.candidate.queryOptions({
      input: fixed ? { personId } : { idKind, idNumber: number ?? '-' },
      enabled: fixed || (number !== undefined && !changing),
      gcTime: 0,
    }),
  )
  const found: Candidate | undefined =
    fixed || number !== undefined || changing ? (query.data ?? undefined) : undefined
  const filled = useRef<string>(undefined)

  useEffect(() => {
    if (changing) return
    if (found && known?.id !== found.person.id) {
      filled.current = found.person.id
      setValue('known', { id: found.person.id, version: null }, { shouldDirty: !fixed })
      setValue('person', {
        ...knownPerson(setup, found.person),
        idNumber: getValues('person.idNumber'),
      })
    } else if (!found && known && !fixed && !query.isFetching) {
      setValue('known', null, { shouldDirty: true })
      const { idKind: kind, idNumber: typed } = getValues('person')
      if (filled.current === known.id)
        setValue('person', { ...emptyPerson(setup), idKind: kind, idNumber: typed })
      filled.current = undefined
    }
  }, [found, known, changing, fixed, setup, setValue, getValues, query.isFetching])

  /** „Промени“: the person's own data come onto the page and are saved with the candidacy. */
  const change = async () => {
    if (!known) return
    const person = await client.people.edit({ id: known.id })
    setValue('person', personToChange(setup, person), { shouldDirty: true })
    setValue('known', { id: person.id, version: person.version }, { shouldDirty: true })
  }
  return { candidate: known ? found : undefined, changing, change }
}
