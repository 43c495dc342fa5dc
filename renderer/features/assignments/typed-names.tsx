import { Button } from '@mantine/core'
import { isNamed } from '#domain/assignments/choice.ts'
import type { AssignmentForm } from '#domain/assignments/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { OneCase } from './found.ts'
import classes from './assignments.module.css'

/**
 * Names that were only typed so far, of an application that nobody is assigned by yet: whoever of the
 * team bears one is offered for it.
 */
export function TypedNames(props: {
  found: OneCase
  onAssign: (known: Partial<AssignmentForm>) => void
}) {
  const { t } = useTranslation()
  const { found, onAssign } = props
  const { preferredAssistant, substituteAssistant } = found.application
  const helps = new Set(
    found.assignments
      .filter(({ state }) => state === 'running' || state === 'planned')
      .map(({ assistant }) => assistant.employmentId),
  )
  const typed = [
    { name: preferredAssistant, role: 'titular' },
    { name: substituteAssistant, role: 'substitute' },
  ] as const
  const open = typed
    .filter(({ name }) => name.trim() !== '')
    .map((one) => ({ ...one, bearers: found.team.filter(({ name }) => isNamed(one.name, name)) }))
    .filter(({ bearers }) => !bearers.some(({ employmentId }) => helps.has(employmentId)))
  if (open.length === 0) return null
  return (
    <ul className={classes.plain} aria-label={t('assignments:section.typed')}>
      {open.map(({ name, role, bearers }) => (
        <li key={role} className={classes.line}>
          <span lang="bg">
            {t(role === 'titular' ? 'assignments:typedName' : 'assignments:typedSubstitute', {
              name,
            })}
          </span>
          {bearers.length === 0 ? (
            <span className="o-muted">{t('assignments:typedUnknown')}</span>
          ) : found.writes ? (
            bearers.map((bearer) => (
              <Button
                key={bearer.employmentId}
                size="compact-sm"
                variant="default"
                onClick={() => {
                  onAssign({ employmentId: bearer.employmentId, role })
                }}
              >
                {t('assignments:typedLink', { name: bearer.name })}
              </Button>
            ))
          ) : null}
        </li>
      ))}
    </ul>
  )
}
