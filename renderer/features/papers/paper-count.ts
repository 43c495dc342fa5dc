import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/shell/client.ts'

/** How many papers a dossier has. */
export function usePaperCount(personId: string): number | undefined {
  return useQuery(orpc.papers.ofPerson.queryOptions({ input: { personId } })).data?.length
}
