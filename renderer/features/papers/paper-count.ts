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
    orpc.papers.views.queryOptions({ input: {}, enabled: may('papers.markSigned') }),
  ).data?.counts
  const { forPrint = 0, out = 0, missing = 0 } = by ?? {}
  return by ? { paper: forPrint + out + missing } : {}
}
