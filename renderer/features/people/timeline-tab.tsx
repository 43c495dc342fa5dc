import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { noteKinds, personNoteSchema, type PersonNoteData } from '#domain/people/schema.ts'
import type { z } from 'zod'
import { formatInstant, formatNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { RadioField } from '#renderer/components/fields/choice-fields.tsx'
import { TextAreaField } from '#renderer/components/fields/text-area-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { TimelineList, type TimelineKind } from './timeline-list.tsx'
import classes from './people.module.css'

const kinds: readonly TimelineKind[] = ['decisions', 'papers', 'talks', 'changes']

/** „Хронология“: talks typed in place, everything done in the dossier, and who saw it. */
export default function TimelineTab({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const [only, setOnly] = useState<readonly TimelineKind[]>([])
  const toggle = (kind: TimelineKind) => {
    setOnly((now) => (now.includes(kind) ? now.filter((own) => own !== kind) : [...now, kind]))
  }
  return (
    <div className={classes.columns}>
      <section className={classes.block} aria-labelledby="timeline-title">
        <h2 id="timeline-title">{t('timeline:title')}</h2>
        <div className={classes.kinds} role="group" aria-label={t('timeline:filter')}>
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              className={classes.kind}
              aria-pressed={only.includes(kind)}
              onClick={() => {
                toggle(kind)
              }}
            >
              {t(`timeline:kinds.${kind}`)}
            </button>
          ))}
        </div>
        <TimelineList personId={personId} kinds={only.length > 0 ? only : undefined} />
      </section>
      <div className={classes.stack}>
        {may('people.write') ? <NoteForm personId={personId} /> : null}
        {may('audit.readPerson') ? <Viewers personId={personId} /> : null}
      </div>
    </div>
  )
}

/** „Запиши разговор“: two fields; after it the form is empty again. */
function NoteForm({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const [round, setRound] = useState(0)
  return (
    <section className={classes.noteForm} aria-labelledby="note-title">
      <h2 id="note-title">{t('timeline:newNote')}</h2>
      <Form<z.input<typeof personNoteSchema>, PersonNoteData, { id: string }>
        key={round}
        schema={personNoteSchema}
        title={t('timeline:newNote')}
        draftKey={`notes:${personId}`}
        defaults={{ kind: 'phone', text: '' }}
        autoFocus={false}
        saveLabel={t('timeline:saveNote')}
        onSave={(note, { requestId }) =>
          client.people.addNote({ requestId, data: { personId, note } })
        }
        onSaved={() => {
          setRound((now) => now + 1)
        }}
      >
        <RadioField
          name="kind"
          label={t('timeline:noteKind')}
          choices={noteKinds.map((value) => ({ value, label: t(`timeline:noteKinds.${value}`) }))}
        />
        <TextAreaField name="text" label={t('timeline:noteText')} max={4000} />
      </Form>
    </section>
  )
}

/** „Кой е виждал това“: asked for on purpose, because asking is written down too. */
function Viewers({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const found = useQuery(
    orpc.audit.viewers.queryOptions({ input: { personId }, enabled: asked, gcTime: 0 }),
  )
  const head = useRef<HTMLHeadingElement>(null)
  const answered = found.data !== undefined
  // The button that was pressed is gone: what it brought has the keys.
  useEffect(() => {
    if (answered) head.current?.focus()
  }, [answered])
  return (
    <section className={classes.block} aria-labelledby="viewers-title">
      <div className={classes.blockHead}>
        <h2 id="viewers-title" ref={head} tabIndex={-1}>
          {t('timeline:viewers.title')}
        </h2>
        {asked ? null : (
          <Button
            variant="default"
            onClick={() => {
              setAsked(true)
            }}
          >
            {t('timeline:viewers.show')}
          </Button>
        )}
      </div>
      {found.data?.length === 0 ? <p className="o-muted">{t('timeline:viewers.none')}</p> : null}
      {found.data?.length ? (
        <table className={classes.viewers} aria-labelledby="viewers-title">
          <thead>
            <tr>
              <th scope="col">{t('timeline:viewers.who')}</th>
              <th scope="col" data-number>
                {t('timeline:viewers.times')}
              </th>
              <th scope="col" data-number>
                {t('timeline:viewers.revealed')}
              </th>
              <th scope="col">{t('timeline:viewers.last')}</th>
            </tr>
          </thead>
          <tbody>
            {found.data.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                <td data-number>{formatNumber(row.times)}</td>
                <td data-number>{formatNumber(row.revealed)}</td>
                <td>{formatInstant(row.last)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
