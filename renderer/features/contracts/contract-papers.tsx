import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { PdfView } from '#renderer/components/display/pdf-view.tsx'
import { usePdf } from '#renderer/features/papers/use-pdf.ts'
import type { Contract } from './found.ts'

/** The paper as it was issued. */
export function FrozenPaper({ paperId, title }: { paperId: string | undefined; title: string }) {
  return <PdfView bytes={usePdf(paperId)} label={title} startZoom={0.75} />
}

/** The draft's paper beside „Издай“; who writes no contracts sees the facts alone. */
export function DraftPaper({ contract }: { contract: Contract }) {
  const { t } = useTranslation()
  const bytes = useQuery({
    queryKey: ['contracts', 'preview', contract.id, contract.version],
    enabled: contract.draft !== null,
    gcTime: 30_000,
    retry: false,
    queryFn: async ({ signal }) => {
      const asked = { contractId: contract.id, personId: contract.person.id, input: contract.input }
      const file = await client.contracts.preview(asked, { signal })
      return new Uint8Array(await file.arrayBuffer())
    },
  }).data
  return contract.draft === null ? null : (
    <PdfView bytes={bytes} label={t('contracts:headingDraft')} startZoom={0.75} />
  )
}
