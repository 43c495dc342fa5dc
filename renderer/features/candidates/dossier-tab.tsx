import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { isOpenCandidacy } from '#domain/candidates/states.ts'
import { formatRegistryNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import classes from '#renderer/features/applications/applications.module.css'
import { CandidateBadge } from './state-badge.tsx'

/** „Кандидат“ of a dossier: the person's candidacies, newest first. */
export default function CandidatesTab({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const query = useQuery(orpc.candidates.ofPerson.queryOptions({ input: { personId } }))
  if (!query.data) return <RecordState error={query.error} />
  // Of several campaigns each takes one; outside of any there is one at a time.
  const busy = query.data.some((one) => one.campaign === '' && isOpenCandidacy(one.state))
  const add =
    may('candidates.write') && !busy ? (
      <Button
        variant={query.data.length === 0 ? 'filled' : 'default'}
        onClick={() => {
          goTo(addressOf(routes.newCandidateOf, personId))
        }}
      >
        {t('candidates:new')}
      </Button>
    ) : null
  if (query.data.length === 0)
    return <EmptyState text={t('candidates:emptyPerson')} actions={add} />
  return (
    <div className={classes.stack}>
      <ul className={classes.plain}>
        {query.data.map((one) => (
          <li key={one.id} className={classes.tabLine}>
            <Link to={addressOf(routes.candidate, one.id)}>
              {formatRegistryNumber(one.entryNumber, one.entryDate)}
            </Link>
            <span lang="bg">{one.campaign === '' ? t('candidates:rolling') : one.campaign}</span>
            <CandidateBadge state={one.state} dueDate={one.documentsDueDate} />
          </li>
        ))}
      </ul>
      <div>{add}</div>
    </div>
  )
}
