import { TriangleAlert } from 'lucide-react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { plansList, type PlanListRow } from '#domain/plans/list.ts'
import { client } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'
import { PlanBadge } from './plan-badge.tsx'
import classes from './plans.module.css'

/** „Индивидуални планове“: every version with its state, period, hours and next review. */
export default function PlansPage() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const open = (row: PlanListRow) => {
    goTo(addressOf(routes.plan, row.id))
  }
  return (
    <ListPage
      shape={plansList}
      source={client.plans}
      head={{ path: [{ label: t('shell:groups.support') }] }}
      cells={{
        status: ({ status }) => <PlanBadge status={status} />,
        nextReviewDate: (row, text) =>
          isLate(row) ? <Late date={text} word={t('plans:column.late')} /> : text,
      }}
      onOpen={open}
      rowActions={() => [
        { label: t('plans:open'), run: open },
        {
          label: t('plans:toDossier'),
          run: (row) => {
            goTo(addressOf(routes.person, row.personId))
          },
        },
      ]}
      empty={<EmptyState text={t('plans:empty')} />}
    />
  )
}

/** The sign says it to the eye, the word to who hears the list or rests on the date. */
function Late({ date, word }: { date: string; word: string }) {
  return (
    <span className={classes.late} title={`${date} ${word}`}>
      <TriangleAlert size={14} aria-hidden /> {date} <span className="o-hidden">{word}</span>
    </span>
  )
}

/** Only a plan in force, of somebody whom the service helps, has a review to be late. */
function isLate({ status, nextReviewDate, helped }: PlanListRow): boolean {
  const inForce = status === 'approved' || status === 'signed'
  return inForce && helped && nextReviewDate !== null && nextReviewDate < today()
}
