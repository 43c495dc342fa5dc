import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/shell/client.ts'

/** How many assessments a dossier has. */
export function useAssessmentCount(personId: string): number | undefined {
  return useQuery(orpc.assessments.ofPerson.queryOptions({ input: { personId } })).data?.length
}
