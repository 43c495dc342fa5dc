import { client } from '#renderer/shell/client.ts'
import { runLongWork } from '#renderer/shell/long-work.ts'

type Order = Parameters<typeof client.letters.write>[0]

/** A letter that lies in the pile. */
interface LetterPaper {
  id: string
  version: number
}

export interface Made {
  papers: readonly LetterPaper[]
  /** By hand: what was issued before stays. */
  stopped: boolean
  duplex: boolean
}

/** Writes the letters one by one, with „Спри“ in the header; throws what the office refused. */
export async function writeLetters(label: string, order: Order, duplex: boolean): Promise<Made> {
  const papers: LetterPaper[] = []
  const end = await runLongWork(label, async ({ signal, progress }) => {
    for await (const message of await client.letters.write(order, { signal })) {
      papers.push(...message.papers)
      progress(message.done, message.total)
      if (message.kind === 'done') return true
    }
    return undefined
  })
  if (end.kind === 'failed') throw end.error ?? new Error('the office ended in the middle')
  return { papers, stopped: end.kind === 'stopped', duplex }
}
