import type { Problem } from '#domain/problems/schema.ts'
import { formatDate } from '#domain/text/format.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import classes from '#renderer/features/applications/applications.module.css'
import type { Found } from './found.ts'
import { useLackText } from './lack-text.ts'

/** What stands in the way, on top of the page: refusals, what is missing, the term of the papers. */
export function CandidateBands({
  found,
  problems,
}: {
  found: Found
  problems: readonly Problem[]
}) {
  const { t } = useTranslation()
  const text = useProblemText()
  const lack = useLackText()
  const { person, missing, candidacy, papersTerm } = found
  const { papersGoneOn, papersOutcome } = candidacy
  return (
    <>
      {problems.length > 0 ? (
        <div className={classes.band} data-tone="bad" role="alert">
          {problems.map((one) => (
            <p key={one.code + (one.path ?? []).join('.')}>{text(one)}</p>
          ))}
        </div>
      ) : null}
      {person.deathDate ? (
        <div className={classes.band} data-tone="calm">
          <p>
            {t('applications:deceased', {
              context: person.sex,
              date: formatDate(person.deathDate),
            })}
          </p>
        </div>
      ) : null}
      {missing.length > 0 ? (
        <div className={classes.band} data-tone="warn">
          <p>
            <strong>
              {candidacy.documentsDueDate
                ? t('candidates:missingUntil', {
                    count: missing.length,
                    date: formatDate(candidacy.documentsDueDate),
                  })
                : t('candidates:missing', { count: missing.length })}
            </strong>
          </p>
          <ul>
            {missing.map((one) => (
              <li key={one.code + (one.path ?? []).join('.')}>{lack(one)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {papersTerm ? (
        <div className={classes.band} data-tone={papersTerm.dueDate < today() ? 'bad' : 'warn'}>
          <p>
            {papersTerm.dueDate < today()
              ? t('candidates:papersOver', {
                  date: formatDate(papersTerm.dueDate),
                  source: papersTerm.source ?? t('candidates:habit'),
                })
              : t('candidates:papersTerm', {
                  count: papersTerm.months,
                  date: formatDate(papersTerm.dueDate),
                  source: papersTerm.source ?? t('candidates:habit'),
                })}
          </p>
        </div>
      ) : null}
      {papersGoneOn && papersOutcome ? (
        <div className={classes.band} data-tone="calm">
          <p>
            {t('candidates:papersGone', {
              outcome: t(`candidates:papersOutcome.${papersOutcome}`),
              date: formatDate(papersGoneOn),
            })}
          </p>
          {candidacy.papersNote === '' ? null : <p lang="bg">{candidacy.papersNote}</p>}
        </div>
      ) : null}
    </>
  )
}
