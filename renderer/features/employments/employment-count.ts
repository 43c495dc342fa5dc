import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/shell/client.ts'

/** How many labour and civil contracts a dossier has. */
export function useEmploymentCount(personId: string): number | undefined {
  return useQuery(orpc.employments.ofPerson.queryOptions({ input: { personId } })).data?.length
}
