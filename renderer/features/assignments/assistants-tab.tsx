import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { AssignmentLine } from './assignment-line.tsx'
import { CasePanel } from './case-panel.tsx'
import type { BothSides } from './found.ts'
import { Keys } from './keys.tsx'
import classes from './assignments.module.css'

/** „Асистенти“ of a dossier: who helps this person by the case under way, and whom this person helps. */
export default function AssistantsTab({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const query = useQuery(orpc.assignments.ofPerson.queryOptions({ input: { personId } }))
  if (!query.data) return <RecordState error={query.error} />
  const { caseId, helped, helps, keysHeld } = query.data
  // Of cases that are over: the one under way tells its own.
  const before = helped.filter(({ applicationId }) => applicationId !== caseId)
  if (caseId === null && before.length === 0 && helps.length === 0 && keysHeld.length === 0)
    return <EmptyState text={t('assignments:nobody')} />
  return (
    <div className={classes.stack}>
      <Helps found={query.data} />
      {caseId === null ? null : <CasePanel applicationId={caseId} />}
      {before.length > 0 ? (
        <section aria-labelledby="helped-before">
          <h2 id="helped-before">{t('assignments:section.otherCases')}</h2>
          <ul className={classes.plain}>
            {before.map((line) => (
              <li key={line.id}>
                <AssignmentLine line={line} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

/** Whom this person helps, and which keys they hold; nothing of it for who only is helped. */
export function Helps({ found }: { found: BothSides }) {
  const { t } = useTranslation()
  const { helps, keysHeld, writes } = found
  const ending = new Map(
    helps
      .filter(({ state }) => state === 'running' || state === 'planned')
      .map(({ assistant }) => [assistant.employmentId, assistant]),
  )
  return (
    <>
      {helps.length > 0 ? (
        <section aria-labelledby="helps">
          <h2 id="helps">{t('assignments:section.helps')}</h2>
          <ul className={classes.plain}>
            {helps.map((line) => (
              <li key={line.id}>
                <AssignmentLine line={line} helps />
              </li>
            ))}
          </ul>
          {writes
            ? [...ending.values()].map(({ employmentId }) => (
                <p key={employmentId}>
                  <Link to={addressOf(routes.leftWithout, employmentId)}>
                    {t('assignments:leftLink')}
                  </Link>
                </p>
              ))
            : null}
        </section>
      ) : null}
      <Keys title={t('assignments:section.keysHeld')} keys={keysHeld} held writes={writes} />
    </>
  )
}
