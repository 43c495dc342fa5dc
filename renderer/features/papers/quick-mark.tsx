import { useState } from 'react'
import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { signingModes } from '#domain/papers/parties.ts'
import { formatRegistryNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, type ApiClient } from '#renderer/shell/client.ts'
import { SelectField } from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { Row } from '#renderer/components/form/section.tsx'
import classes from './papers.module.css'

type AwaitedPaper = Awaited<ReturnType<ApiClient['papers']['awaited']>>['papers'][number]

const numberSchema = z.object({ number: z.string().trim().min(1, 'paperNumberMissing').max(60) })

/** Signed papers by hand: number, Enter, date, Enter. The next number follows at once. */
export function QuickMark() {
  const { t } = useTranslation()
  const [found, setFound] = useState<readonly AwaitedPaper[]>([])
  const [chosen, setChosen] = useState<AwaitedPaper>()
  const [said, setSaid] = useState('')
  const [round, setRound] = useState(0)
  const again = (text: string) => {
    setFound([])
    setChosen(undefined)
    setSaid(text)
    setRound((now) => now + 1)
  }
  return (
    <section className={classes.quick} aria-label={t('papers:quick.title')}>
      <h2>{t('papers:quick.title')}</h2>
      {chosen ? (
        <MarkOne paper={chosen} onDone={again} />
      ) : (
        <>
          <Form
            key={round}
            schema={numberSchema}
            defaults={{ number: '' }}
            title={t('papers:quick.title')}
            saveLabel={t('papers:quick.find')}
            enterSubmits
            summary={false}
            reads
            onSave={({ number }) => client.papers.awaited({ number })}
            onSaved={({ papers, settled }) => {
              setFound(papers.length > 1 ? papers : [])
              setSaid(
                papers.length > 0
                  ? ''
                  : settled
                    ? t(`papers:quick.settled.${settled === 'annulled' ? 'annulled' : 'signed'}`)
                    : t('papers:quick.none'),
              )
              if (papers.length === 1) setChosen(papers[0])
            }}
          >
            <TextField
              name="number"
              label={t('papers:quick.number')}
              hint={t('papers:quick.hint')}
              width="short"
              max={60}
            />
          </Form>
          {found.length > 0 ? (
            <ul aria-label={t('papers:quick.several')}>
              {found.map((paper) => (
                <li key={paper.id} className={classes.line}>
                  <button
                    type="button"
                    className="o-link-button"
                    onClick={() => {
                      setChosen(paper)
                    }}
                  >
                    {t(`papers:kind.${paper.kind}`)}{' '}
                    {formatRegistryNumber(paper.number, paper.paperDate)}
                  </button>
                  <span>{paper.personName}</span>
                </li>
              ))}
            </ul>
          ) : null}
        </>
      )}
      <p role="status">{said}</p>
    </section>
  )
}

/** The date under the person's signature, of one paper. */
export function MarkOne({
  paper,
  onDone,
}: {
  paper: AwaitedPaper
  onDone: (said: string) => void
}) {
  const { t } = useTranslation()
  // The contract's own rule names its field otherwise than the paper's.
  const field = paper.kind === 'contract' ? 'personSignedOn' : 'signedOn'
  const schema = z.object({ [field]: civilDateSchema, mode: z.enum(signingModes) })
  const name = `${t(`papers:kind.${paper.kind}`)} ${formatRegistryNumber(paper.number, paper.paperDate)}`
  const done = t('papers:quick.done', { paper: name })
  return (
    <>
      <p>
        <strong>{name}</strong> – {paper.personName}
      </p>
      <Form
        schema={schema}
        defaults={{ [field]: null, mode: paper.expectedMode }}
        title={t('papers:step.signBack')}
        saveLabel={t('papers:step.signBack')}
        enterSubmits
        said={() => done}
        onSave={(values, { requestId }) =>
          client.papers.markSigned({
            requestId,
            data: {
              id: paper.id,
              version: paper.version,
              signedOn: String(values[field]),
              mode: values['mode'] as (typeof signingModes)[number],
            },
          })
        }
        onSaved={() => {
          onDone(done)
        }}
        onLeave={() => {
          onDone('')
        }}
        actions={
          <button
            type="button"
            className="o-link-button"
            onClick={() => {
              onDone('')
            }}
          >
            {t('common:cancel')}
          </button>
        }
      >
        <Row>
          <DateField name={field} label={t('papers:quick.date')} width="short" />
          <SelectField
            name="mode"
            label={t('papers:quick.mode')}
            width="long"
            choices={signingModes.map((value) => ({
              value,
              label: t(`papers:signedMode.${value}`),
            }))}
          />
        </Row>
      </Form>
    </>
  )
}
