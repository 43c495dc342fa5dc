import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/shell/client.ts'
import type { NavigationGroup } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'

/** How many contracts a dossier has. */
export function useContractCount(personId: string): number | undefined {
  return useQuery(orpc.contracts.ofPerson.queryOptions({ input: { personId } })).data?.length
}

/** Beside „Подкрепа“: people ready for a contract, and drafts for who issues them. */
export function useContractWork(): Partial<Record<NavigationGroup, number>> {
  const may = useMay()
  const counts = useQuery(
    orpc.contracts.counts.queryOptions({ input: {}, enabled: may('contracts.write') }),
  ).data
  return counts ? { support: counts.ready + (may('contracts.issue') ? counts.draft : 0) } : {}
}
