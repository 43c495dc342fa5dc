import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/shell/client.ts'
import { useMay } from '#renderer/shell/session.tsx'
import type { NavigationGroup } from '#renderer/shell/feature.ts'

/** How many papers a dossier has. */
export function usePaperCount(personId: string): number | undefined {
  return useQuery(orpc.papers.ofPerson.queryOptions({ input: { personId } })).data?.length
}

/** Beside „Хартия“: what is to be printed and what is out for a signature. */
export function usePaperWork(): Partial<Record<NavigationGroup, number>> {
  const may = useMay()
  const by = useQuery(
    orpc.papers.list.queryOptions({
      input: { offset: 0, limit: 1 },
      enabled: may('papers.markSigned'),
    }),
  ).data?.byStatus
  return by ? { paper: (by.forPrint ?? 0) + (by.out ?? 0) + (by.missing ?? 0) } : {}
}
