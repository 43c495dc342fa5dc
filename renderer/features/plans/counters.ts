import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/shell/client.ts'
import { useMay } from '#renderer/shell/session.tsx'

/** Plans to make, to approve and to review, beside „Подкрепа“. */
export function usePlanCounters(): { support?: number } {
  const may = useMay()
  const waiting = useQuery({
    ...orpc.plans.waiting.queryOptions({ input: {} }),
    enabled: may('plans.read'),
    staleTime: 60_000,
  }).data
  return waiting ? { support: waiting.toMake + waiting.toApprove + waiting.toReview } : {}
}

/** How many versions of the plan a dossier has. */
export function usePlanCount(personId: string): number | undefined {
  return useQuery(orpc.plans.ofPerson.queryOptions({ input: { personId } })).data?.length
}
