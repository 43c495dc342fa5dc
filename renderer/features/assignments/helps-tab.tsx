import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/shell/client.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { Helps } from './assistants-tab.tsx'
import classes from './assignments.module.css'

/** „Лица“ of somebody at work: whom they help, whose keys they hold. */
export function HelpsTab({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const query = useQuery(orpc.assignments.ofPerson.queryOptions({ input: { personId } }))
  if (!query.data) return <RecordState error={query.error} />
  return (
    <div className={classes.stack}>
      {query.data.helps.length === 0 ? <EmptyState text={t('assignments:noneHelped')} /> : null}
      <Helps found={query.data} />
    </div>
  )
}
