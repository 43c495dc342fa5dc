import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/shell/client.ts'

/** How many applications a dossier has. */
export function useApplicationCount(personId: string): number | undefined {
  return useQuery(orpc.applications.ofPerson.queryOptions({ input: { personId } })).data?.length
}
