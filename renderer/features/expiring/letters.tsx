import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ListQuestion } from '#domain/lists/shape.ts'
import { KeyHint } from '#renderer/components/display/key-hint.tsx'
import { firstProblem } from '#renderer/components/form/refusal.ts'
import { Dialog } from '#renderer/components/layers/dialog.tsx'
import { ProblemLines } from '#renderer/components/steps/problem-lines.tsx'
import { useAction } from '#renderer/components/steps/use-action.ts'
import { client } from '#renderer/shell/client.ts'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import { printPdf } from '#renderer/shell/printing.ts'
import { problemText } from '#renderer/shell/problem-text.ts'
import { refresh } from '#renderer/shell/refresh.ts'
import { useIsRunning } from '#renderer/shell/running-work.ts'
import { say } from '#renderer/shell/toasts.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { LettersDialog } from './letters-dialog.tsx'
import type { Begun, LetterPaper } from './write-letters.ts'

/** „Писма…“: a letter to each of the selected, issued and printed as one pile. */
export function WriteLetters({ question, count }: { question: ListQuestion; count: number }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const [made, setMade] = useState<readonly LetterPaper[]>()
  const isWriting = useIsRunning(t('letters:writing'))
  const label = t('letters:open')
  const open = () => {
    setAsked(true)
  }
  useKey('Alt+P', label, open, { scope: 'list', enabled: !isWriting })

  /** What is issued is printed, also where the rest was stopped. */
  const finish = async ({ end, papers, duplex }: Begun) => {
    const over = await end
    void refresh()
    if (over.kind === 'failed') {
      say(
        over.error === undefined ? t('shell:file.failed') : problemText(firstProblem(over.error)),
        {
          tone: 'bad',
        },
      )
      return
    }
    const count = papers.length
    say(over.kind === 'stopped' ? t('letters:stopped') : t('letters:written', { count }))
    if (count === 0) return
    try {
      const file = await client.letters.pdf({ ids: papers.map(({ id }) => id), duplex })
      const bytes = new Uint8Array(await file.arrayBuffer())
      if ((await printPdf(bytes, { title: t('letters:writing') })) === 'blocked')
        say(t('letters:blocked'), { tone: 'warn' })
      setMade(papers)
    } catch (error) {
      // They are issued all the same, and wait among the papers.
      say(problemText(firstProblem(error)), { tone: 'bad' })
    }
  }

  return (
    <>
      <Button size="compact-sm" variant="default" loading={isWriting} onClick={open}>
        {label} <KeyHint chord="Alt+P" />
      </Button>
      {asked ? (
        <LettersDialog
          question={question}
          count={count}
          onClose={() => {
            setAsked(false)
          }}
          onBegun={(begun) => void finish(begun)}
        />
      ) : null}
      {made ? (
        <CameOut
          papers={made}
          onClose={() => {
            setMade(undefined)
          }}
        />
      ) : null}
    </>
  )
}

/** Whether paper came out only a person can tell: a jam is not a print. */
function CameOut({ papers, onClose }: { papers: readonly LetterPaper[]; onClose: () => void }) {
  const { t } = useTranslation()
  const action = useAction()
  const note = async () => {
    for (const { id, version } of papers)
      await client.papers.markPrinted({
        requestId: crypto.randomUUID(),
        data: { id, version },
      })
  }
  return (
    <Dialog
      title={t('letters:cameOut', { count: papers.length })}
      onClose={onClose}
      cancelLabel={t('letters:notYet')}
      action={{
        label: t('letters:yes'),
        busy: action.busy,
        run: () =>
          void action.run('printed', papers, note, {
            said: () => t('letters:printed'),
            then: onClose,
          }),
      }}
    >
      <ProblemLines problems={action.problems} />
    </Dialog>
  )
}
