import { client } from '#renderer/shell/client.ts'
import { runLongWork, type WorkEnd } from '#renderer/shell/long-work.ts'

type Order = Parameters<typeof client.letters.write>[0]

/** A letter that lies in the pile. */
export interface LetterPaper {
  id: string
  version: number
}

/** A pile that the office has taken up. */
export interface Begun {
  /** Stopped by hand or broken off, what was issued before stays. */
  end: Promise<WorkEnd<true>>
  /** Those that are issued so far, in their order. */
  papers: readonly LetterPaper[]
  duplex: boolean
}

/**
 * Begins a pile of letters and answers when the first is on its way: what the office refuses before
 * belongs to the fields. It goes on in the header, with „Спри“.
 */
export async function beginLetters(label: string, order: Order, duplex: boolean): Promise<Begun> {
  const taken = Promise.withResolvers<undefined>()
  const papers: LetterPaper[] = []
  const end = runLongWork<true>(label, async ({ signal, progress }) => {
    for await (const message of await client.letters.write(order, { signal })) {
      taken.resolve(undefined)
      papers.push(...message.papers)
      progress(message.done, message.total)
      if (message.kind === 'done') return true
    }
    return undefined
  })
  void end.then((over) => {
    if (over.kind === 'failed') taken.reject(over.error ?? new Error('ended before it began'))
    else taken.resolve(undefined)
  })
  await taken.promise
  return { end, papers, duplex }
}
