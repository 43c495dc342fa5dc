import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import type { PaperStatus } from '#domain/papers/schema.ts'
import { formatInstant } from '#domain/text/format.ts'
import { client } from '#renderer/shell/client.ts'
import { CheckField } from '#renderer/components/fields/choice-fields.tsx'
import { NumberField } from '#renderer/components/fields/figure-fields.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { ProblemLines } from '#renderer/components/steps/problem-lines.tsx'
import { useAction } from '#renderer/components/steps/use-action.ts'
import { sendToPrinter } from './send-to-printer.ts'
import classes from './papers.module.css'

export interface PaperToPrint {
  id: string
  version: number
  status: PaperStatus
  printedAt: string | null
}

const schema = z.object({
  copies: z.int('wholeNumber').min(1, 'tooSmall').max(20, 'tooBig'),
  duplex: z.boolean(),
})
type PrintAs = z.output<typeof schema>

/**
 * Printing of a frozen paper: how many, then – when it really came out – a word of the person. A jam
 * is not a print, so nothing changes before that.
 */
export function PrintPanel(props: {
  paper: PaperToPrint
  /** „Договор № 118“ */
  title: string
  as: PrintAs
  onDone: () => void
}) {
  const { paper, title, as, onDone } = props
  const { t } = useTranslation()
  const [sent, setSent] = useState<PrintAs>()
  const [blocked, setBlocked] = useState(false)
  if (sent)
    return (
      <CameOut
        {...props}
        as={sent}
        onAgain={() => {
          setSent(undefined)
        }}
      />
    )
  return (
    <section className={classes.panel} aria-label={t('papers:print.title', { title })}>
      <h2>{t('papers:print.title', { title })}</h2>
      {paper.printedAt === null ? null : (
        <p className="o-muted">
          {t('papers:print.again', { moment: formatInstant(paper.printedAt) })}
        </p>
      )}
      {blocked ? <p role="alert">{t('papers:print.blocked')}</p> : null}
      <Form
        schema={schema}
        defaults={as}
        title={t('papers:print.title', { title })}
        saveLabel={t('papers:step.print')}
        enterSubmits
        reads
        onSave={async (values) => {
          const pdf = await client.papers.forPrinter({ id: paper.id, ...values })
          return { values, opened: sendToPrinter(pdf) }
        }}
        onSaved={({ values, opened }) => {
          setBlocked(!opened)
          if (opened) setSent(values)
        }}
        onLeave={onDone}
        actions={
          <button type="button" className="o-link-button" onClick={onDone}>
            {t('common:cancel')}
          </button>
        }
      >
        <NumberField
          name="copies"
          label={t('papers:print.copies')}
          width="short"
          min={1}
          max={20}
          decimals={0}
        />
        <CheckField name="duplex" label={t('papers:print.duplex')} />
      </Form>
    </section>
  )
}

function CameOut(props: {
  paper: PaperToPrint
  title: string
  as: PrintAs
  onDone: () => void
  onAgain: () => void
}) {
  const { paper, title, as, onDone, onAgain } = props
  const { t } = useTranslation()
  const action = useAction()
  const yes = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    yes.current?.focus()
  }, [])
  useKey('Esc', t('papers:print.notYet'), onDone)
  const confirm = () =>
    action.run('printed', { id: paper.id, version: paper.version, as }, client.papers.markPrinted, {
      said: () => t('papers:print.noted'),
    })
  return (
    <section className={classes.panel} aria-label={t('papers:print.cameOut', { title })}>
      <h2>{t('papers:print.cameOut', { title })}</h2>
      <p>{t('papers:print.window')}</p>
      <ProblemLines problems={action.problems} />
      <div className={classes.buttons}>
        <Button
          ref={yes}
          loading={action.busy}
          onClick={() =>
            void confirm().then((done) => {
              if (done) onDone()
            })
          }
        >
          {t('papers:print.yes')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('papers:print.notYet')}
        </Button>
        <button type="button" className="o-link-button" onClick={onAgain}>
          {t('papers:print.once')}
        </button>
      </div>
    </section>
  )
}
