import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AssignmentChangeForm } from '#domain/assignments/schema.ts'
import { formatDate, formatHoursText } from '#domain/text/format.ts'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { PersonLink } from '#renderer/features/people/person-link.tsx'
import type { Left, LeftLine, OfferLine } from './found.ts'
import { Keys } from './keys.tsx'
import { reasonBadge } from './reason-text.ts'
import { ChangeDialog } from './step-dialogs.tsx'
import classes from './assignments.module.css'

/** „Кой остава без асистент“: whom a contract leaves when it ends, who may come, which keys are out. */
export default function LeftPage() {
  const { employmentId = '' } = useRouteParams()
  const query = useQuery(orpc.assignments.leftWithout.queryOptions({ input: { employmentId } }))
  if (!query.data) return <RecordState error={query.error} />
  return <Shown key={employmentId} left={query.data} />
}

interface Asked {
  line: LeftLine
  known: Partial<AssignmentChangeForm>
}

function Shown({ left }: { left: Left }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked>()
  const { assistant, lastDay, people, keys, writes } = left
  const name = assistant.name
  return (
    <>
      <PageHead
        title={t('assignments:leftTitle')}
        path={[
          { label: t('shell:groups.team') },
          { label: t('employees:title'), to: routes.employees },
          { label: name, to: addressOf(routes.employee, assistant.personId) },
        ]}
      />
      <div className={classes.stack}>
        <p lang="bg">
          {lastDay === null
            ? t('assignments:leftOpen', { name })
            : t('assignments:leftLead', { name, date: formatDate(lastDay) })}
        </p>
        {people.length === 0 ? <EmptyState text={t('assignments:leftNobody')} /> : null}
        {people.map((line) => (
          <section key={line.assignment.id} aria-label={line.assignment.person.name}>
            <h2>
              <PersonLink person={line.assignment.person} />
            </h2>
            <p>
              {t('assignments:leftFrom', {
                date: formatDate(line.fromDay),
                hours: formatHoursText(line.minutesPerMonth),
              })}
            </p>
            <Proposals line={line} writes={writes} onAsk={setAsked} />
          </section>
        ))}
        <Keys title={t('assignments:section.keysHeld')} keys={keys} held writes={writes} />
      </div>
      {asked ? (
        <ChangeDialog
          line={asked.line.assignment}
          known={asked.known}
          onClose={() => {
            setAsked(undefined)
          }}
        />
      ) : null}
    </>
  )
}

/** Who may come, the best first; one press opens the change with the name in it. */
function Proposals(props: { line: LeftLine; writes: boolean; onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation()
  const { line, writes, onAsk } = props
  if (line.proposals.length === 0)
    return <p className="o-muted">{t('assignments:leftNoProposals')}</p>
  const take = ({ employmentId }: OfferLine) => {
    onAsk({ line, known: { employmentId, fromDate: line.fromDay } })
  }
  return (
    <ul className={classes.plain}>
      {line.proposals.map((offer) => (
        <li key={offer.employmentId} className={classes.line}>
          <strong lang="bg">{offer.name}</strong>
          <span className={classes.reasons}>
            {offer.reasons.map((reason) => (
              <StatusBadge key={reason.code} {...reasonBadge(reason)} />
            ))}
          </span>
          {writes ? (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                take(offer)
              }}
            >
              {t('assignments:change')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
