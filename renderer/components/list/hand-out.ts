import type { ListQuestion } from '#domain/lists/shape.ts'
import { i18n, t } from '#renderer/shell/i18n.ts'
import { runLongWork, type WorkEnd } from '#renderer/shell/long-work.ts'
import { printPdf } from '#renderer/shell/printing.ts'
import { problemText } from '#renderer/shell/problem-text.ts'
import { bytesOf, saveFile } from '#renderer/shell/save-file.ts'
import { say } from '#renderer/shell/toasts.ts'
import { firstProblem } from '../form/refusal.ts'

/** What the office says while it makes a workbook: how far it is, its parts in order, its name. */
export type WorkbookMessage =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'piece'; base64: string }
  | { kind: 'done'; name: string }

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const languageOfPage = () => (i18n.language === 'en' ? 'en' : 'bg')

/** Fetches a workbook and hands it to the person; true when it was whole. */
export async function exportWorkbook(
  label: string,
  ask: (signal: AbortSignal) => Promise<AsyncIterable<WorkbookMessage>>,
): Promise<boolean> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const end = await runLongWork(label, async ({ signal, progress }) => {
    for await (const message of await ask(signal)) {
      if (message.kind === 'progress') progress(message.done, message.total)
      else if (message.kind === 'piece') parts.push(bytesOf(message.base64))
      else return message.name
    }
    return undefined
  })
  if (end.kind === 'done') saveFile(new Blob([...parts], { type: workbookType }), end.result)
  else sayNotMade(end)
  return end.kind === 'done'
}

/** Fetches a list as a paper and opens it with the printer's dialog. */
export async function printRows(
  label: string,
  question: ListQuestion,
  print: (asked: { question: ListQuestion }, options: { signal: AbortSignal }) => Promise<File>,
): Promise<void> {
  const end = await runLongWork(label, ({ signal }) => print({ question }, { signal }))
  if (end.kind !== 'done') {
    sayNotMade(end)
    return
  }
  const bytes = new Uint8Array(await end.result.arrayBuffer())
  const shown = await printPdf(bytes, { title: end.result.name.replace(/\.pdf$/, '') })
  if (shown === 'blocked') say(t('shell:file.printBlocked'), { tone: 'warn' })
}

function sayNotMade(end: Exclude<WorkEnd<unknown>, { kind: 'done' }>): void {
  if (end.kind === 'stopped') say(t('shell:file.stopped'))
  else if (end.error === undefined) say(t('shell:file.failed'), { tone: 'bad' })
  else say(problemText(firstProblem(end.error)), { tone: 'bad' })
}
