import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { z } from 'zod'
import { keyInputSchema, keyReturnSchema } from '#domain/assignments/schema.ts'
import { formatDate } from '#domain/text/format.ts'
import { client } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { StepDialog } from '#renderer/components/steps/step-dialog.tsx'
import { AssistantChoices, AssistantField, teamChoices } from './assistant-field.tsx'
import type { KeyLine, OneCase } from './found.ts'
import classes from './assignments.module.css'

const giveSchema = keyInputSchema.extend({
  employmentId: z.string('required').min(1, 'required'),
})
const giveFields = fieldsFor<z.input<typeof giveSchema>>().few('assignments', [
  {
    name: 'employmentId',
    kind: 'own',
    box: AssistantField,
    show: (id) => id,
    label: 'assignments:field.keyEmploymentId',
    hint: true,
  },
  { name: 'what', kind: 'text', max: 160, hint: true },
  { name: 'givenOn', kind: 'date', width: 'short' },
  { name: 'note', kind: 'text', max: 300, optional: true, passBy: true },
])

const returnFields = fieldsFor<z.input<typeof keyReturnSchema>>().few('assignments', [
  { name: 'returnedOn', kind: 'date', width: 'short' },
])

/** Keys of a home, or those that an assistant holds: who has which, since when, given back. */
export function Keys(props: {
  title: string
  keys: readonly KeyLine[]
  /** Told from the side of the assistant. */
  held?: boolean
  writes: boolean
  /** Keys of this home are given to somebody of the team. */
  give?: { personId: string; team: OneCase['team'] }
}) {
  const { t } = useTranslation()
  const head = useId()
  const { title, keys, held = false, writes, give } = props
  const [asked, setAsked] = useState<KeyLine | 'give'>()
  const close = () => {
    setAsked(undefined)
  }
  if (keys.length === 0 && !(give && writes)) return null
  return (
    <section aria-labelledby={head}>
      <h2 id={head}>{title}</h2>
      {keys.length === 0 ? <p className="o-muted">{t('assignments:noKeys')}</p> : null}
      <ul className={classes.plain}>
        {keys.map((key) => (
          <li key={key.id} className={classes.line}>
            <KeyWords line={key} held={held} />
            {writes && key.returnedOn === null ? (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  setAsked(key)
                }}
              >
                {t('assignments:returnKey')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {give && writes ? (
        <div className={classes.buttons}>
          <Button
            variant="default"
            onClick={() => {
              setAsked('give')
            }}
          >
            {t('assignments:giveKey')}
          </Button>
        </div>
      ) : null}
      {asked === 'give' && give ? (
        <AssistantChoices value={teamChoices(give.team)}>
          <StepDialog
            title={t('assignments:giveKeyTitle')}
            fields={giveFields}
            schema={giveSchema}
            defaults={{ what: '', givenOn: today(), note: '' }}
            saveLabel={t('assignments:giveKey')}
            said={() => t('assignments:keyGiven')}
            call={({ employmentId, ...input }, { requestId }) =>
              client.assignments.giveKey({
                requestId,
                data: { personId: give.personId, employmentId, input },
              })
            }
            onClose={close}
          />
        </AssistantChoices>
      ) : null}
      {asked !== undefined && asked !== 'give' ? (
        <StepDialog
          title={t('assignments:returnKeyTitle')}
          fields={returnFields}
          schema={keyReturnSchema}
          defaults={{ returnedOn: today() }}
          saveLabel={t('assignments:returnKey')}
          enterSubmits
          call={(returning, { requestId }) =>
            client.assignments.returnKey({
              requestId,
              data: { id: asked.id, version: asked.version, returning },
            })
          }
          onClose={close}
        />
      ) : null}
    </section>
  )
}

function KeyWords({ line, held }: { line: KeyLine; held: boolean }) {
  const { t } = useTranslation()
  const name = held ? line.person.name : line.assistant.name
  return (
    <>
      <span lang="bg">
        {t(held ? 'assignments:keyOf' : 'assignments:keyHeld', {
          what: line.what,
          name,
          date: formatDate(line.givenOn),
        })}
      </span>
      {line.returnedOn === null ? null : (
        <span className="o-muted">
          {t('assignments:keyBack', { date: formatDate(line.returnedOn) })}
        </span>
      )}
      {line.overdue ? <strong>{t('assignments:keyOverdue')}</strong> : null}
      {line.note === '' ? null : (
        <span className="o-small o-muted" lang="bg">
          {line.note}
        </span>
      )}
    </>
  )
}
