import type { Methodology } from '#domain/methodologies/schema.ts'
import { appliesAtAge } from '#domain/methodologies/score.ts'
import { formatNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import classes from '#renderer/features/methodologies/methodologies.module.css'
import type { Card } from './found.ts'

/** The rows for reading: criterion, answer with its points, reason. */
export function CardRows(props: { methodology: Methodology; age: number; card: Card }) {
  const { t } = useTranslation()
  const given = new Map(props.card.answers.map((answer) => [answer.itemId, answer]))
  return (
    <section aria-labelledby="selection-rows">
      <h2 id="selection-rows">{t('selections:section.rows')}</h2>
      <table className={classes.table}>
        <tbody>
          {props.methodology.groups.flatMap((group) =>
            group.items
              .filter((item) => appliesAtAge(item, props.age))
              .map((item) => {
                const answer = given.get(item.id)
                const option = item.options.find(({ id }) => id === answer?.optionId)
                return (
                  <tr key={item.id} lang="bg">
                    <th scope="row">{item.text}</th>
                    <td>
                      {option ? option.text : '–'}
                      {answer && answer.reason !== '' ? (
                        <div className="o-small o-muted">{answer.reason}</div>
                      ) : null}
                    </td>
                    <td data-end>{option ? formatNumber(option.points) : ''}</td>
                  </tr>
                )
              }),
          )}
        </tbody>
      </table>
    </section>
  )
}
