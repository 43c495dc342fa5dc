import type { Problem } from '#domain/problems/schema.ts'
import { formatDate } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { useMissingText } from './missing-text.ts'
import type { Found } from './found.ts'
import classes from './applications.module.css'

/** What stands in the way, on top of the page: refusals, missing papers, other help, death. */
export function MissingBand({ found, problems }: { found: Found; problems: readonly Problem[] }) {
  const { t } = useTranslation()
  const text = useProblemText()
  const missingText = useMissingText()
  const { person, missing, application } = found
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
              {application.documentsDueDate
                ? t('applications:missingUntil', {
                    count: missing.length,
                    date: formatDate(application.documentsDueDate),
                  })
                : t('applications:checks.missing', { count: missing.length })}
            </strong>
          </p>
          <ul>
            {missing.map((one) => (
              <li key={one.code + (one.path ?? []).join('.')}>{missingText(one)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {[...found.warnings, ...found.doubleSupport].map((one) => (
        <div
          key={one.code + String(one.params?.['service'] ?? '')}
          className={classes.band}
          data-tone="warn"
        >
          <p>{text(one)}</p>
        </div>
      ))}
    </>
  )
}
