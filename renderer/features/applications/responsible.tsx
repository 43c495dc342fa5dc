import { Button } from '@mantine/core'
import { useState } from 'react'
import { formatRegistryNumber } from '#domain/text/format.ts'
import type { Outputs } from '#electron/api/router.ts'
import { client } from '#renderer/shell/client.ts'
import { refresh } from '#renderer/shell/refresh.ts'
import { say } from '#renderer/shell/toasts.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { ProblemLines } from '#renderer/components/steps/problem-lines.tsx'
import { StepDialog } from '#renderer/components/steps/step-dialog.tsx'
import { useAction } from '#renderer/components/steps/use-action.ts'
import { accountOf, giveDefaults, giveFields, giveSchema } from './give-fields.ts'
import classes from './applications.module.css'

type Whose = NonNullable<Outputs['applications']['responsible']>

/** Who answers for the case; „Поеми“ and „Предай…“ for who may. */
export function Responsible({ whose }: { whose: Whose }) {
  const { t } = useTranslation()
  const [giving, setGiving] = useState(false)
  const action = useAction()
  const { id, version, mine, responsibleId } = whose
  const number = formatRegistryNumber(whose.entryNumber, whose.entryDate)
  /** The case goes back to where it was, by a line of its own. */
  const undo = (now: number) => async () => {
    const requestId = crypto.randomUUID()
    await (
      mine
        ? client.applications.take({ requestId, data: { id, version: now } })
        : client.applications.give({ requestId, data: { id, version: now, to: responsibleId } })
    ).catch(() => {
      say(t('applications:give.undoRefused'), { tone: 'warn' })
    })
    await refresh()
  }
  const take = () =>
    void action.run('take', { id, version }, client.applications.take, {
      said: null,
      then: (answer) => {
        say(t('applications:give.taken', { number }), { tone: 'ok', undo: undo(answer.version) })
      },
    })
  return (
    <section aria-labelledby={`responsible-${id}`}>
      <h2 id={`responsible-${id}`}>{t('applications:column.responsible')}</h2>
      <p>
        {whose.name === null ? (
          t('applications:give.nobodys')
        ) : (
          <strong lang="bg">{whose.name}</strong>
        )}
        {mine ? ` – ${t('applications:give.you')}` : null}
        {whose.gone ? ` – ${t('applications:give.gone')}` : null}
      </p>
      <ProblemLines problems={action.problems} />
      <div className={classes.actions}>
        {whose.mayTake ? (
          <Button variant="default" loading={action.busy} onClick={take}>
            {t('applications:give.take')}
          </Button>
        ) : null}
        {whose.mayGive ? (
          <Button
            variant="default"
            onClick={() => {
              setGiving(true)
            }}
          >
            {t('applications:give.give')}
          </Button>
        ) : null}
      </div>
      {giving ? (
        <StepDialog
          title={t('applications:give.title', { number })}
          fields={giveFields}
          schema={giveSchema}
          defaults={giveDefaults}
          saveLabel={t('applications:give.save')}
          said={null}
          call={({ to, note }, { requestId }) =>
            client.applications.give({
              requestId,
              data: { id, version, to: accountOf(to), note },
            })
          }
          done={(answer) => {
            say(t('applications:give.given', { number }), {
              tone: 'ok',
              undo: undo(answer.version),
            })
          }}
          onClose={() => {
            setGiving(false)
          }}
        />
      ) : null}
    </section>
  )
}
