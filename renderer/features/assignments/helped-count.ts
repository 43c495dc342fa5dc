import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/shell/client.ts'

/** How many help this person now, and how many this person helps. */
export function useHelpedCount(personId: string): number | undefined {
  const { data } = useQuery(orpc.assignments.ofPerson.queryOptions({ input: { personId } }))
  return data && [...data.helped, ...data.helps].filter(({ state }) => state === 'running').length
}
