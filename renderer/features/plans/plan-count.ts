import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/shell/client.ts'

/** How many versions of the plan a dossier has. */
export function usePlanCount(personId: string): number | undefined {
  return useQuery(orpc.plans.ofPerson.queryOptions({ input: { personId } })).data?.length
}
