import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatRegistryNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { addressOfPaper, paperBadge } from './paper-look.ts'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import classes from './papers.module.css'

/** „Документи“ of a dossier: its papers, the newest first. */
export default function DocumentsTab({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const query = useQuery(orpc.papers.ofPerson.queryOptions({ input: { personId } }))
  if (!query.data) return <RecordState error={query.error} />
  if (query.data.length === 0) return <EmptyState text={t('papers:emptyPerson')} />
  return (
    <ul className={classes.plain}>
      {query.data.toReversed().map((paper) => (
        <li key={paper.id} className={classes.line}>
          <Link to={addressOfPaper(paper)}>
            {t(`papers:kindTitle.${paper.kind}`)}{' '}
            {formatRegistryNumber(paper.number, paper.paperDate)}
          </Link>
          <StatusBadge {...paperBadge(paper.status)} />
          <span className="o-small o-muted">{t('papers:pages', { count: paper.pages })}</span>
        </li>
      ))}
    </ul>
  )
}
