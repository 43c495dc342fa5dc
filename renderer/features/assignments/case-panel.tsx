import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { overStates } from '#domain/applications/schema.ts'
import type { AssignmentForm } from '#domain/assignments/schema.ts'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { KeyHint } from '#renderer/components/display/key-hint.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { AssignmentLine } from './assignment-line.tsx'
import { Decision } from './decisions.tsx'
import type { ChoiceLine, Line, OneCase } from './found.ts'
import { Keys } from './keys.tsx'
import { MinutesMeter } from './minutes-meter.tsx'
import { AssignDialog, ChangeDialog, EndDialog, VoidDialog } from './step-dialogs.tsx'
import { TypedNames } from './typed-names.tsx'
import classes from './assignments.module.css'

type Asked =
  | { of: 'assign'; choiceId: string | null; known: Partial<AssignmentForm> }
  | { of: 'change' | 'end' | 'void'; line: Line }

const over: readonly string[] = overStates
const isOpen = ({ state }: Line) => state === 'running' || state === 'planned'

/** Who helps by one application, of how many minutes, by which decision, and who has the keys. */
export function CasePanel(props: { applicationId: string; onChoicePage?: boolean }) {
  const { applicationId, onChoicePage = false } = props
  const query = useQuery(orpc.assignments.ofCase.queryOptions({ input: { applicationId } }))
  if (!query.data) return <RecordState error={query.error} />
  return <Shown key={applicationId} found={query.data} onChoicePage={onChoicePage} />
}

function Shown({ found, onChoicePage }: { found: OneCase; onChoicePage: boolean }) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const [asked, setAsked] = useState<Asked>()
  const { application, assignments, writes, minutes } = found
  const open = assignments.filter(isOpen)
  const earlier = assignments.filter((line) => !isOpen(line))
  const titulars = open.filter(({ role }) => role === 'titular')
  const only = titulars.length === 1 ? titulars[0] : undefined
  const close = () => {
    setAsked(undefined)
  }
  useKey(
    'Alt+S',
    t('assignments:change'),
    () => {
      if (only) setAsked({ of: 'change', line: only })
    },
    { enabled: writes && only !== undefined },
  )
  const assign = (known: Partial<AssignmentForm>, choiceId: string | null = null) => {
    // A substitute stands in for a titular: within the same hours, not beside them.
    const hours = (known.role === 'substitute' ? minutes.granted : minutes.free) ?? 0
    setAsked({
      of: 'assign',
      choiceId,
      known: { ...(hours > 0 ? { minutesPerMonth: hours } : {}), ...known },
    })
  }
  const toChoice = () => {
    goTo(addressOf(routes.choice, application.id))
  }
  const mayAssign =
    writes &&
    minutes.granted !== null &&
    found.person.deathDate === null &&
    !over.includes(application.state)
  return (
    <div className={classes.stack}>
      <section aria-labelledby="case-assistants">
        <h2 id="case-assistants">{t('assignments:section.assistants')}</h2>
        <MinutesMeter minutes={minutes} />
        {open.length === 0 && minutes.granted !== null ? (
          <p className="o-muted">
            {t(writes ? 'assignments:noneRunning' : 'assignments:noneRead')}
          </p>
        ) : null}
        <ul className={classes.plain}>
          {open.map((line) => (
            <li key={line.id}>
              <AssignmentLine line={line}>
                {writes ? <Steps line={line} hasKey={line === only} onAsk={setAsked} /> : undefined}
              </AssignmentLine>
            </li>
          ))}
        </ul>
        {minutes.granted === null ? null : <TypedNames found={found} onAssign={assign} />}
        {mayAssign ? (
          <div className={classes.buttons}>
            {onChoicePage ? null : (
              <Button variant={open.length === 0 ? 'filled' : 'default'} onClick={toChoice}>
                {t('assignments:toChoice')}
              </Button>
            )}
            <Button
              variant="default"
              onClick={() => {
                assign({})
              }}
            >
              {t('assignments:assign')}
            </Button>
          </div>
        ) : null}
      </section>
      <Decisions found={found} onAssign={assign} />
      <Keys
        title={t('assignments:section.keys')}
        keys={found.keys}
        writes={writes}
        {...(found.team.length > 0
          ? { give: { personId: found.person.id, team: found.team } }
          : {})}
      />
      {earlier.length > 0 ? (
        <section aria-labelledby="case-earlier">
          <h2 id="case-earlier">{t('assignments:section.earlier')}</h2>
          <ul className={classes.plain}>
            {earlier.map((line) => (
              <li key={line.id}>
                <AssignmentLine line={line} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Dialogs asked={asked} applicationId={application.id} onClose={close} />
    </div>
  )
}

function Steps(props: { line: Line; hasKey: boolean; onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation()
  const { line, hasKey, onAsk } = props
  const button = (label: string, of: 'change' | 'end' | 'void', chord?: string) => (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => {
        onAsk({ of, line })
      }}
    >
      {label} {chord ? <KeyHint chord={chord} /> : null}
    </Button>
  )
  return (
    <>
      {button(t('assignments:change'), 'change', hasKey ? 'Alt+S' : undefined)}
      {button(t('assignments:end'), 'end')}
      {button(t('assignments:void'), 'void')}
    </>
  )
}

/** The latest decision stands first; whoever was chosen by it is assigned from it. */
function Decisions(props: {
  found: OneCase
  onAssign: (known: Partial<AssignmentForm>, choiceId: string) => void
}) {
  const { t } = useTranslation()
  const { found, onAssign } = props
  if (found.choices.length === 0) return null
  const [latest] = found.choices
  const helping = new Set(
    found.assignments.filter(isOpen).map(({ assistant }) => assistant.employmentId),
  )
  const next = latest && found.minutes.granted !== null ? toAssign(latest, helping) : undefined
  return (
    <section aria-labelledby="case-decisions">
      <h2 id="case-decisions">{t('assignments:section.decisions')}</h2>
      <ul className={classes.plain}>
        {found.choices.map((choice) => (
          <li key={choice.id}>
            <Decision
              choice={choice}
              applicationId={found.application.id}
              writes={found.writes}
              assign={
                next && choice === latest
                  ? {
                      role: next.role,
                      run: () => {
                        onAssign(next, choice.id)
                      },
                    }
                  : undefined
              }
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who was chosen and does not help yet: the titular, then the substitute. */
function toAssign({ chosen, substitute }: ChoiceLine, helping: ReadonlySet<string>) {
  if (!helping.has(chosen.employmentId))
    return { employmentId: chosen.employmentId, role: 'titular' as const }
  return substitute && !helping.has(substitute.employmentId)
    ? { employmentId: substitute.employmentId, role: 'substitute' as const }
    : undefined
}

function Dialogs(props: { asked: Asked | undefined; applicationId: string; onClose: () => void }) {
  const { asked, applicationId, onClose } = props
  switch (asked?.of) {
    case undefined:
      return null
    case 'assign':
      return (
        <AssignDialog
          applicationId={applicationId}
          choiceId={asked.choiceId}
          known={asked.known}
          onClose={onClose}
        />
      )
    case 'change':
      return <ChangeDialog line={asked.line} onClose={onClose} />
    case 'end':
      return <EndDialog line={asked.line} onClose={onClose} />
    case 'void':
      return <VoidDialog line={asked.line} onClose={onClose} />
  }
}
