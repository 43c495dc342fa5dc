import { useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import type { ListQuestion } from '#domain/lists/shape.ts'
import { textField } from '#domain/text/fields.ts'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { refusalOf } from '#renderer/components/form/refusal.ts'
import { Dialog } from '#renderer/components/layers/dialog.tsx'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { ProblemLines } from '#renderer/components/steps/problem-lines.tsx'
import { StepDialog } from '#renderer/components/steps/step-dialog.tsx'
import { orpc } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { beginLetters, type Begun } from './write-letters.ts'

const lettersSchema = z.object({
  date: civilDateSchema,
  answerBy: civilDateSchema.nullable(),
  again: z.boolean(),
  duplex: z.boolean(),
  /** By person, of those whom the post does not find. */
  addresses: z.record(z.string(), textField(300)),
})
type Typed = z.input<typeof lettersSchema>

const lettersFields = fieldsFor<Typed>().few('letters', [
  { name: 'date', kind: 'date', label: 'letters:date' },
  { name: 'answerBy', kind: 'date', optional: true, beside: true, label: 'letters:answerBy' },
  { name: 'again', kind: 'tick', passBy: true, label: 'letters:again' },
  { name: 'duplex', kind: 'tick', passBy: true, label: 'letters:duplex' },
])

interface Asked {
  question: ListQuestion
  count: number
}

/** What the selection comes to on that day, read anew with each opening. */
const pileOf = (question: ListQuestion, date: string, again: boolean) =>
  orpc.letters.pile.queryOptions({ input: { question, date, again }, gcTime: 0 })

/** Day, term for an answer, and who has no address: typed in place, or left out. */
export function LettersDialog(
  props: Asked & { onClose: () => void; onBegun: (begun: Begun) => void },
) {
  const { question, count, onClose, onBegun } = props
  const { t } = useTranslation()
  const title = t('letters:title', { count })
  const { data, error } = useQuery(pileOf(question, today(), false))
  if (error)
    return (
      <Dialog title={title} onClose={onClose}>
        <Refused error={error} />
      </Dialog>
    )
  if (!data) return null
  return (
    <StepDialog
      title={title}
      wide
      fields={lettersFields}
      schema={lettersSchema}
      defaults={{
        ...{ date: today(), answerBy: data.answerBy },
        ...{ again: false, duplex: true, addresses: {} },
      }}
      aside={<Preview question={question} />}
      saveLabel={t('letters:save')}
      enterSubmits
      said={null}
      call={({ date, answerBy, again, duplex, addresses }) => {
        const typed = Object.entries(addresses)
          .filter(([, address]) => address !== '')
          .map(([personId, address]) => ({ personId, address }))
        const order = { question, date, answerBy, again, addresses: typed }
        return beginLetters(t('letters:writing'), order, duplex)
      }}
      done={onBegun}
      onClose={onClose}
    />
  )
}

function Refused({ error }: { error: unknown }) {
  const refusal = refusalOf(error)
  return refusal.kind === 'problems' ? <ProblemLines problems={refusal.problems} /> : null
}

/** Under the fields: how many letters it comes to, and who is left out unless an address is typed. */
function Preview({ question }: { question: ListQuestion }) {
  const { t } = useTranslation()
  const date = useWatch<Typed, 'date'>({ name: 'date' }) as string | null
  const again = useWatch<Typed, 'again'>({ name: 'again' })
  const { data, error } = useQuery({
    ...pileOf(question, date ?? today(), again),
    enabled: date !== null && date !== '',
  })
  if (error) return <Refused error={error} />
  if (!data) return null
  const { fresh, there, told, unreachable } = data
  return (
    <div>
      <div role="status">
        <p>{t('letters:fresh', { count: fresh })}</p>
        {there > 0 ? <p>{t('letters:there', { count: there })}</p> : null}
        {told > 0 ? <p>{t('letters:told', { count: told })}</p> : null}
        {unreachable.length > 0 ? (
          <p>{t('letters:unreachable', { count: unreachable.length })}</p>
        ) : null}
      </div>
      {unreachable.map(({ personId, name, settlement }) => (
        <TextField
          key={personId}
          name={`addresses.${personId}`}
          label={t('letters:addressOf', { name, settlement })}
          optional="quiet"
          max={300}
        />
      ))}
    </div>
  )
}
