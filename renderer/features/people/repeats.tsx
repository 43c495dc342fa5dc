import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatFullName, formatSettlement } from '#domain/text/format-person.ts'
import { formatDate } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { useAction } from '#renderer/components/steps/use-action.ts'
import classes from './people.module.css'

type Repeats = Awaited<ReturnType<typeof client.people.repeats>>

/** „Възможни повторения“: who may be this person once more; who was found to be another stays away. */
export function PossibleRepeats({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const action = useAction()
  const found = useQuery(orpc.people.repeats.queryOptions({ input: { id: personId } }))
  if (!found.data || found.data.similar.length + found.data.apart.length === 0) return null
  const { similar, apart } = found.data
  const settle = (otherId: string, as: 'keepApart' | 'undoApart') => {
    void action.run(as, { personId, otherId }, client.people[as])
  }
  return (
    <section className={classes.block} aria-labelledby="person-repeats">
      <h2 id="person-repeats">{t('people:repeats.title')}</h2>
      {action.problems.length > 0 ? (
        <div role="alert">
          {action.problems.map((problem) => (
            <p key={problem.code}>{problemText(problem)}</p>
          ))}
        </div>
      ) : null}
      {similar.map((person) => (
        <One
          key={person.id}
          person={person}
          says={t(`people:similar.${person.likeness}`)}
          label={t('people:repeats.keepApart')}
          onClick={() => {
            settle(person.id, 'keepApart')
          }}
        />
      ))}
      {apart.map((person) => (
        <One
          key={person.id}
          person={person}
          says={t('people:repeats.apart')}
          label={t('people:repeats.undo')}
          onClick={() => {
            settle(person.id, 'undoApart')
          }}
        />
      ))}
    </section>
  )
}

function One(props: {
  person: Repeats['apart'][number]
  says: string
  label: string
  onClick: () => void
}) {
  const { t } = useTranslation()
  const { person } = props
  const name = formatFullName(person)
  return (
    <div className={classes.part}>
      <p>{props.says}</p>
      <p>
        <Link to={addressOf(routes.person, person.id)} lang="bg">
          {name}
        </Link>
      </p>
      <p className="o-small">
        {formatDate(person.birthDate)} · {person.idNumber} · {formatSettlement(person)}
      </p>
      <button
        type="button"
        className="o-link-button"
        aria-label={t('people:repeats.about', { action: props.label, name })}
        onClick={props.onClick}
      >
        {props.label}
      </button>
    </div>
  )
}
