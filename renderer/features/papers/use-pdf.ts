import { useQuery } from '@tanstack/react-query'
import { client } from '#renderer/shell/client.ts'

/** Bytes of a frozen paper; they never change, so they are read once. */
export function usePdf(paperId: string | undefined): Uint8Array | undefined {
  return useQuery({
    queryKey: ['papers', 'pdf', paperId],
    enabled: paperId !== undefined,
    staleTime: 'static',
    gcTime: 60_000,
    queryFn: async ({ signal }) => {
      const file = await client.papers.pdf({ id: paperId ?? '' }, { signal })
      return new Uint8Array(await file.arrayBuffer())
    },
  }).data
}
