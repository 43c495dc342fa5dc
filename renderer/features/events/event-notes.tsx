import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { eventNoteSchema } from '#domain/events/schema.ts'
import { formatInstant } from '#domain/text/format.ts'
import { client, orpc, type ApiClient } from '#renderer/shell/client.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { StepDialog } from '#renderer/components/steps/step-dialog.tsx'
import classes from './events.module.css'

type Note = Awaited<ReturnType<ApiClient['events']['notes']>>[number]

const noteFields = fieldsFor<z.input<typeof eventNoteSchema>>().few('events', [
  { name: 'text', kind: 'area', max: 8000, rows: 10, hint: true },
])

/** What was said in psychological support: to whoever wrote it, and to the head. */
export function EventNotes({ eventId }: { eventId: string }) {
  const may = useMay()
  return may('events.write') ? <Notes eventId={eventId} /> : null
}

function Notes({ eventId }: { eventId: string }) {
  const { t } = useTranslation()
  const [writing, setWriting] = useState<Note | 'new'>()
  const query = useQuery(orpc.events.notes.queryOptions({ input: { id: eventId }, gcTime: 0 }))
  const notes = query.data ?? []
  const own = writing === 'new' ? undefined : writing
  return (
    <section className={classes.stack} aria-label={t('events:notes.title')}>
      <h2>{t('events:notes.title')}</h2>
      <p className="o-small o-muted">{t('events:notes.lead')}</p>
      {notes.length === 0 ? <p className="o-muted">{t('events:notes.none')}</p> : null}
      {notes.map((note) => (
        <article key={note.id} className={classes.stack}>
          <p className="o-small o-muted">
            {t('events:notes.by', {
              name: note.writtenBy,
              moment: formatInstant(note.updatedAt),
            })}{' '}
            {note.isOwn ? (
              <button
                type="button"
                className="o-link-button"
                onClick={() => {
                  setWriting(note)
                }}
              >
                {t('events:notes.edit')}
              </button>
            ) : null}
          </p>
          {note.text.split('\n').map((paragraph, at) => (
            <p key={`${String(at)}${paragraph}`} lang="bg">
              {paragraph}
            </p>
          ))}
        </article>
      ))}
      <div>
        <Button
          variant="default"
          onClick={() => {
            setWriting('new')
          }}
        >
          {t('events:notes.add')}
        </Button>
      </div>
      {writing ? (
        <StepDialog
          title={own ? t('events:notes.edit') : t('events:notes.add')}
          wide
          fields={noteFields}
          schema={eventNoteSchema}
          defaults={{ text: own?.text ?? '' }}
          saveLabel={t('common:save')}
          call={({ text }, { requestId }) =>
            client.events.saveNote({
              requestId,
              data: {
                eventId,
                noteId: own?.id ?? null,
                version: own?.version ?? null,
                text,
              },
            })
          }
          onClose={() => {
            setWriting(undefined)
          }}
        />
      ) : null}
    </section>
  )
}
