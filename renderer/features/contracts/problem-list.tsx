import { Link } from '@tanstack/react-router'
import { Ban, Info } from 'lucide-react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { pages } from '#renderer/shell/register.ts'
import { useMay } from '#renderer/shell/session.tsx'
import type { ApiClient } from '#renderer/shell/client.ts'
import classes from './contracts.module.css'

type Proposal = Awaited<ReturnType<ApiClient['contracts']['proposal']>>
type Check = Awaited<ReturnType<ApiClient['contracts']['check']>>
export type PlacedProblem = Proposal['problems'][number] | Check['problems'][number]
type Place = PlacedProblem['place']

const routeOf: Record<Exclude<Place['at'], 'field'>, string> = {
  person: routes.person,
  office: '/settings/office',
  application: routes.application,
  assessment: routes.assessment,
  plan: routes.plan,
  newPlan: routes.newPlanOf,
  contract: routes.contract,
}

/** What stands in the way, each with the link to where it is put right. */
export function ProblemList({
  problems,
  title,
  warning = false,
  onField,
}: {
  problems: readonly PlacedProblem[]
  title: string
  /** Said, but nothing is stopped by it. */
  warning?: boolean
  onField?: ((name: string) => void) | undefined
}) {
  const problemText = useProblemText()
  if (problems.length === 0) return null
  return (
    <section className={classes.problems} aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.code}${(problem.path ?? []).join('.')}`}>
            {warning ? <Info size={16} aria-hidden /> : <Ban size={16} aria-hidden />}
            <span>
              {problemText(problem)} <PlaceLink place={problem.place} onField={onField} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function PlaceLink({
  place,
  onField,
}: {
  place: Place
  onField?: ((name: string) => void) | undefined
}) {
  const { t } = useTranslation()
  const may = useMay()
  if (place.at === 'field')
    return onField ? (
      <button
        type="button"
        className="o-link-button"
        onClick={() => {
          onField(place.name)
        }}
      >
        {t('contracts:fix.field')}
      </button>
    ) : null
  const route = routeOf[place.at]
  const page = pages.find(({ path }) => path === route)
  if (!page || !may(page.permission)) return null
  return <Link to={addressOf(route, place.id)}>{t(`contracts:fix.${place.at}`)}</Link>
}
