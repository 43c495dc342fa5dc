import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/shell/client.ts'

/** How many contracts a dossier has. */
export function useContractCount(personId: string): number | undefined {
  return useQuery(orpc.contracts.ofPerson.queryOptions({ input: { personId } })).data?.length
}
