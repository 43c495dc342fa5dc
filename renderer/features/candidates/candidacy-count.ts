import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/shell/client.ts'

/** How many candidacies a dossier has. */
export function useCandidacyCount(personId: string): number | undefined {
  return useQuery(orpc.candidates.ofPerson.queryOptions({ input: { personId } })).data?.length
}
