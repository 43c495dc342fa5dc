import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { PdfView } from '#renderer/components/display/pdf-view.tsx'

/** The paper beside the record: the draft with „ПРОЕКТ“, or the frozen one. */
export function PlanPdf(props: { planId: string; version: number; paperId: string | null }) {
  const { planId, version, paperId } = props
  const { t } = useTranslation()
  const pdf = useQuery({
    queryKey: ['plans', 'pdf', paperId ?? planId, version],
    queryFn: () => loadPdf(planId, paperId),
    staleTime: 'static',
    gcTime: 0,
    retry: false,
  })
  if (pdf.error) return <p role="alert">{t('errors:pdfFailed')}</p>
  return <PdfView bytes={pdf.data} label={t('plans:paper')} />
}

export async function loadPdf(planId: string, paperId: string | null): Promise<Uint8Array> {
  const file =
    paperId === null
      ? await client.plans.draftPdf({ id: planId })
      : await client.papers.pdf({ id: paperId })
  return new Uint8Array(await file.arrayBuffer())
}
