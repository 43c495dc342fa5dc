import { Button } from '@mantine/core'
import { useState } from 'react'
import { client } from '#renderer/shell/client.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { ProblemLines } from '#renderer/components/steps/problem-lines.tsx'
import { StepDialog } from '#renderer/components/steps/step-dialog.tsx'
import { useAction } from '#renderer/components/steps/use-action.ts'
import type { EventFound } from './found.ts'
import { cellsOf, marksOf, type Cells } from './grid-marks.ts'
import { PresenceGrid } from './presence-grid.tsx'
import { reasonFields, reasonSchema } from './reason-fields.ts'
import classes from './events.module.css'

/** The grid of an event: saved whole, of a held one with a reason. */
export function EventPresence({ event }: { event: EventFound }) {
  const { t } = useTranslation()
  const may = useMay()
  const action = useAction()
  // Saved over what the page showed when the first mark was made: who was quicker is not written over.
  const [changed, setChanged] = useState<{ cells: Cells; version: number }>()
  const [asked, setAsked] = useState(false)
  const { id, people, sessions, stored } = event
  if (people.length === 0) return <p className="o-muted">{t('events:nobody')}</p>
  const writes = may('events.write') && stored !== 'cancelled'
  const cells = changed?.cells ?? cellsOf(event.marks)
  const version = changed?.version ?? event.version
  const marks = marksOf(cells, people, sessions)
  const done = () => {
    setChanged(undefined)
  }
  return (
    <section className={classes.stack} aria-label={t('events:presence.title')}>
      <h2>{t('events:presence.title')}</h2>
      {writes ? <p className="o-small o-muted">{t('events:presence.keys')}</p> : null}
      <PresenceGrid
        people={people}
        sessions={sessions}
        cells={cells}
        onChange={
          writes
            ? (next) => {
                setChanged({ cells: next, version })
              }
            : undefined
        }
      />
      <ProblemLines problems={action.problems} />
      {changed ? (
        <div className={classes.line}>
          <Button
            loading={action.busy}
            onClick={() => {
              if (stored === 'held') setAsked(true)
              else
                void action.run('presence', { id, version, marks }, client.events.savePresence, {
                  then: (_answer, fresh) => void fresh.then(done),
                })
            }}
          >
            {t('events:presence.save')}
          </Button>
          <Button variant="default" onClick={done}>
            {t('common:cancel')}
          </Button>
          <span role="status">{t('events:presence.unsaved')}</span>
        </div>
      ) : null}
      {asked ? (
        <StepDialog
          title={t('events:presence.reason')}
          fields={reasonFields}
          schema={reasonSchema}
          defaults={{ reason: '' }}
          saveLabel={t('events:presence.save')}
          call={({ reason }, { requestId }) =>
            client.events.savePresence({ requestId, data: { id, version, marks, reason } })
          }
          done={(_answer, fresh) => void fresh.then(done)}
          onClose={() => {
            setAsked(false)
          }}
        />
      ) : null}
    </section>
  )
}
