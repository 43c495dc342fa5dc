import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { isNamed } from '#domain/assignments/choice.ts'
import type { AssignmentForm, AssignmentRole } from '#domain/assignments/schema.ts'
import { orpc } from '#renderer/shell/client.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { OneCase } from './found.ts'
import classes from './assignments.module.css'

interface Typed {
  name: string
  role: AssignmentRole
  where: 'application' | 'contract'
}

/** Names that stand in the contract in force: so were assistants kept before there were assignments. */
function useContractNames(personId: string, asked: boolean): Typed[] {
  const may = useMay()
  const contracts = useQuery(
    orpc.contracts.ofPerson.queryOptions({
      input: { personId },
      enabled: asked && may('contracts.read'),
    }),
  )
  const current = contracts.data?.find(({ status }) => status === 'inForce')
  const contract = useQuery(
    orpc.contracts.find.queryOptions({
      input: { id: current?.id ?? '' },
      enabled: current !== undefined,
    }),
  )
  const names = contract.data?.input.assistants ?? []
  return names.map(({ name, role }) => ({ name, role, where: 'contract' }))
}

/** Names that were only typed so far: whoever of the team bears one is offered for it. */
export function TypedNames(props: {
  found: OneCase
  onAssign: (known: Partial<AssignmentForm>) => void
}) {
  const { t } = useTranslation()
  const { found, onAssign } = props
  const { preferredAssistant, substituteAssistant } = found.application
  const helping = found.assignments.filter(
    ({ state }) => state === 'running' || state === 'planned',
  )
  const helps = new Set(helping.map(({ assistant }) => assistant.employmentId))
  const inContract = useContractNames(found.person.id, helping.length === 0)
  const inApplication: Typed[] = [
    { name: preferredAssistant, role: 'titular', where: 'application' },
    { name: substituteAssistant, role: 'substitute', where: 'application' },
  ]
  const said = new Set(inContract.map(({ name }) => name))
  // Once somebody helps in this role, a wish that was told before asks for nothing more.
  const filled = new Set(helping.map(({ role }) => role))
  const open = [...inContract, ...inApplication.filter(({ name }) => !said.has(name))]
    .filter(({ name, role }) => name.trim() !== '' && !filled.has(role))
    .map((one) => ({ ...one, bearers: found.team.filter(({ name }) => isNamed(one.name, name)) }))
    .filter(({ bearers }) => !bearers.some(({ employmentId }) => helps.has(employmentId)))
  if (open.length === 0) return null
  return (
    <ul className={classes.plain} aria-label={t('assignments:section.typed')}>
      {open.map(({ name, role, where, bearers }) => (
        <li key={`${where}${role}${name}`} className={classes.line}>
          <span lang="bg">
            {t(`assignments:typedIn.${where}`, { name, role: t(`assignments:role.${role}`) })}
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
