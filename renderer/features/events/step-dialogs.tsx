import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { namesIn } from '#domain/events/rules.ts'
import { findingsSchema } from '#domain/events/schema.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Dialog } from '#renderer/components/layers/dialog.tsx'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { ProblemLines } from '#renderer/components/steps/problem-lines.tsx'
import { StepDialog } from '#renderer/components/steps/step-dialog.tsx'
import { useAction } from '#renderer/components/steps/use-action.ts'
import type { EventFound } from './found.ts'
import { reasonFields, reasonSchema } from './reason-fields.ts'
import classes from './events.module.css'

interface DialogProps {
  event: EventFound
  onClose: () => void
}

/** „Добави участници“: whoever works today and is not in the event yet. */
export function JoinDialog({ event, onClose }: DialogProps) {
  const { t } = useTranslation()
  const action = useAction()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const setup = useQuery(orpc.events.setup.queryOptions({ input: {} }))
  const there = new Set(event.people.map(({ personId }) => personId))
  const people = (setup.data?.people ?? []).filter(({ personId }) => !there.has(personId))
  const { id, version } = event
  const personIds = [...chosen]
  return (
    <Dialog
      title={t('events:join.title')}
      wide
      onClose={onClose}
      {...(chosen.size > 0
        ? {
            action: {
              label: t('events:join.save'),
              busy: action.busy,
              run: () =>
                void action.run('join', { id, version, personIds }, client.events.join, {
                  said: ({ joined }) => t('events:join.done', { count: joined }),
                  then: onClose,
                }),
            },
          }
        : {})}
    >
      {setup.data && people.length === 0 ? <p>{t('events:join.nobody')}</p> : null}
      <fieldset className={classes.choice}>
        <legend>{t('events:join.choose')}</legend>
        {people.map(({ personId, name, position }) => (
          <label key={personId} className={classes.line}>
            <input
              type="checkbox"
              checked={chosen.has(personId)}
              onChange={(change) => {
                const next = new Set(chosen)
                if (change.currentTarget.checked) next.add(personId)
                else next.delete(personId)
                setChosen(next)
              }}
            />
            <span lang="bg">
              {name} – {position}
            </span>
          </label>
        ))}
      </fieldset>
      <ProblemLines problems={action.problems} />
    </Dialog>
  )
}

const findingsForm = z.object({ findings: findingsSchema })
const findingsFields = fieldsFor<z.input<typeof findingsForm>>().few('events', [
  { name: 'findings', kind: 'area', max: 4000, rows: 8, hint: true, optional: 'quiet' },
])

/** Says, while one types, whose name stands in what is kept without names. */
function NamesSaid({ event }: { event: EventFound }) {
  const { t } = useTranslation()
  const typed: unknown = useWatch({ name: 'findings' })
  const people = event.people.map(({ names }) => names)
  const named = typeof typed === 'string' ? namesIn(typed, people) : []
  return (
    <p role="status">
      {named.length > 0 ? t('events:findings.names', { names: named.join(', ') }) : ''}
    </p>
  )
}

/** „Констатации“ of a supervision. */
export function FindingsDialog({ event, onClose }: DialogProps) {
  const { t } = useTranslation()
  const { id, version } = event
  return (
    <StepDialog
      title={t('events:findings.title')}
      wide
      fields={findingsFields}
      schema={findingsForm}
      defaults={{ findings: event.findings }}
      aside={<NamesSaid event={event} />}
      saveLabel={t('common:save')}
      call={({ findings }, { requestId }) =>
        client.events.saveFindings({ requestId, data: { id, version, findings } })
      }
      onClose={onClose}
    />
  )
}

/** „Отмени…“, with a reason. */
export function CancelDialog({ event, onClose }: DialogProps) {
  const { t } = useTranslation()
  const { id, version } = event
  return (
    <StepDialog
      title={t('events:cancel.title')}
      lead={<p>{t('events:cancel.note')}</p>}
      fields={reasonFields}
      schema={reasonSchema}
      defaults={{ reason: '' }}
      saveLabel={t('events:cancel.save')}
      call={({ reason }, { requestId }) =>
        client.events.cancel({ requestId, data: { id, version, reason } })
      }
      onClose={onClose}
    />
  )
}

const certifySchema = z.object({ date: civilDateSchema })
const certifyFields = fieldsFor<z.input<typeof certifySchema>>().few('events', [
  { name: 'date', kind: 'date', width: 'short' },
])

/** „Издай удостоверения…“: for everybody who was there long enough and has none. */
export function CertifyDialog({ event, onClose }: DialogProps) {
  const { t } = useTranslation()
  const { id, version, sharePercent: percent } = event
  const people = event.people.filter((one) => one.isEnough && one.certificate === null)
  if (people.length === 0)
    return (
      <Dialog title={t('events:certify.title')} onClose={onClose}>
        <p>{t('events:certify.nobody', { percent })}</p>
      </Dialog>
    )
  return (
    <StepDialog
      title={t('events:certify.title')}
      lead={
        <>
          <p>{t('events:certify.lead', { count: people.length, percent })}</p>
          <p>{t('events:certify.numbers')}</p>
        </>
      }
      fields={certifyFields}
      schema={certifySchema}
      defaults={{ date: today() }}
      saveLabel={t('events:certify.save')}
      said={({ numbers }: { numbers: string[] }) =>
        t('events:certify.done', { count: numbers.length })
      }
      call={({ date }, { requestId }) =>
        client.events.certify({
          requestId,
          data: { id, version, participantIds: people.map((one) => one.id), date },
        })
      }
      onClose={onClose}
    />
  )
}
