import { useTranslation } from '#renderer/shell/use-translation.ts'
import { z } from 'zod'
import { client } from '#renderer/shell/client.ts'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'

const schema = z.object({ name: z.string().trim().min(1, 'required').max(60, 'textTooLong') })

/** The name that is written on the stick itself. */
export function RenameMedium(props: { medium: { id: string; name: string }; onEnd: () => void }) {
  const { t } = useTranslation()
  return (
    <Form
      schema={schema}
      defaults={{ name: props.medium.name }}
      title={t('backup:renameOf', { name: props.medium.name })}
      enterSubmits
      onLeave={props.onEnd}
      onSave={(data, { requestId }) =>
        client.backup.renameMedium({ requestId, data: { ...data, mediumId: props.medium.id } })
      }
      said={({ name }) => t('backup:renamed', { name })}
      onSaved={props.onEnd}
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
