import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { MadePaper } from '#renderer/components/display/made-paper.tsx'

/** The paper beside the record: the draft with „ПРОЕКТ“, or the frozen one. */
export function PlanPdf(props: { planId: string; version: number; paperId: string | null }) {
  const { planId, version, paperId } = props
  const { t } = useTranslation()
  return (
    <MadePaper
      of={['plans', 'pdf', paperId ?? planId, version]}
      make={(signal) =>
        paperId === null
          ? client.plans.draftPdf({ id: planId }, { signal })
          : client.papers.pdf({ id: paperId }, { signal })
      }
      label={t('plans:paper')}
    />
  )
}
