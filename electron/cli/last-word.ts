import texts from '#locales/bg/cli.json' with { type: 'json' }
import { CommandFailed } from './failure.ts'

/**
 * Reads a stream of progress to the `done` it ends with. One that ends without it has shown nothing:
 * a script must not take it for a work that was done.
 */
export async function lastWord<M extends { kind: string }>(
  stream: AsyncIterable<M>,
): Promise<Extract<M, { kind: 'done' }>> {
  for await (const message of stream) if (isDone(message)) return message
  throw new CommandFailed(texts.unfinished)
}

function isDone<M extends { kind: string }>(message: M): message is Extract<M, { kind: 'done' }> {
  return message.kind === 'done'
}
