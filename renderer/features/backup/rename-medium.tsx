import { useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { say } from '#renderer/shell/toasts.ts'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'

const schema = z.object({ name: z.string().trim().min(1, 'required').max(60, 'textTooLong') })

/** The name that is written on the stick itself. */
export function RenameMedium(props: { medium: { id: string; name: string }; onEnd: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return (
    <Form
      schema={schema}
      defaults={{ name: props.medium.name }}
      title={t('backup:renameOf', { name: props.medium.name })}
      enterSubmits
      announce={false}
      onLeave={props.onEnd}
      onSave={(data, { requestId }) =>
        client.backup.renameMedium({ requestId, data: { ...data, mediumId: props.medium.id } })
      }
      onSaved={({ name }) => {
        say(t('backup:renamed', { name }), { tone: 'ok' })
        void queries.invalidateQueries({ queryKey: orpc.backup.key() })
        props.onEnd()
      }}
    >
      <TextField
        name="name"
        label={t('backup:nameForNew')}
        hint={t('backup:nameForNewHint')}
        max={60}
      />
    </Form>
  )
}
