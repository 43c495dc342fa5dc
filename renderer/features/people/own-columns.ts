import { Clock, TriangleAlert } from 'lucide-react'
import type { PeopleCell, PeopleColumn } from '#renderer/shell/feature.ts'
import { client } from '#renderer/shell/client.ts'
import { deadlineText, deadlineTone, personBadge } from './case-status.ts'

type Statuses = Awaited<ReturnType<typeof client.cases.statuses>>

let lastAsked: { key: string; answer: Promise<Statuses> } | undefined

/** Both columns are drawn from one answer: the same rows asked again at once are asked once. */
function statusesOf(ids: readonly string[]): Promise<Statuses> {
  const key = ids.join()
  if (lastAsked?.key === key) return lastAsked.answer
  const answer = client.cases.statuses({ ids: [...ids] })
  lastAsked = { key, answer }
  const forget = () => {
    if (lastAsked?.answer === answer) lastAsked = undefined
  }
  void answer.then(forget, forget)
  return answer
}

async function cells(
  ids: readonly string[],
  cell: (status: Statuses[number]) => PeopleCell | undefined,
): Promise<Record<string, PeopleCell>> {
  const found = await statusesOf(ids)
  return Object.fromEntries(
    found.flatMap((status) => {
      const own = cell(status)
      return own ? [[status.personId, own] as const] : []
    }),
  )
}

/** Status and next deadline, drawn from applications, plans, contracts and papers of the person. */
export const ownColumns: readonly PeopleColumn[] = [
  {
    key: 'status',
    labelKey: 'people:columns.status',
    order: 50,
    width: 210,
    load: (ids) =>
      cells(ids, (one) => {
        const status = personBadge(one)
        return status && { status }
      }),
  },
  {
    key: 'deadline',
    labelKey: 'people:columns.deadline',
    order: 70,
    width: 270,
    load: (ids) =>
      cells(ids, ({ deadline }) => {
        if (!deadline) return undefined
        const tone = deadlineTone(deadline)
        const text = deadlineText(deadline)
        return tone === 'calm'
          ? { text }
          : { status: { tone, icon: tone === 'bad' ? TriangleAlert : Clock, word: text } }
      }),
  },
]
