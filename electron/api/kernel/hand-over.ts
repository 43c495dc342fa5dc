import type { JobMessage } from './jobs.ts'

/** What a page or a command line is told while a file is made: parts as base64, in their order. */
export type HandedOver =
  | Extract<JobMessage<'workbook'>, { kind: 'progress' }>
  | { kind: 'piece'; base64: string; rows: number }
  | { kind: 'done'; rows: number; name: string }

/** The stream of a file that leaves the house; `note` writes it down before the first part goes. */
export async function* handedOver(
  messages: AsyncGenerator<JobMessage<'workbook'>>,
  name: string,
  note: (rows: number) => void,
): AsyncGenerator<HandedOver, void, void> {
  let written = false
  for await (const message of messages) {
    if (message.kind === 'note' && !written) {
      note(message.note.rows)
      written = true
    }
    if (message.kind === 'note') yield { kind: 'piece', ...message.note }
    else if (message.kind === 'done') yield { kind: 'done', ...message.report, name }
    else yield message
  }
}
