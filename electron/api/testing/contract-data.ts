import { click, type Client } from './office.ts'

/** The contract that the office proposes for an approved plan, issued with its number. */
export async function issuedContract(
  { worker, head }: { worker: Client; head: Client },
  personId: string,
): Promise<{ id: string; version: number }> {
  const { input } = await worker.contracts.proposal({ personId })
  if (!input) throw new Error('nothing is proposed')
  const { id, version } = await worker.contracts.saveDraft(
    click({ id: null, version: null, personId, input }),
  )
  const { contractDate, startDate, endDate } = await head.contracts.issuing({ id })
  const issue = { contractDate, startDate, endDate, number: null }
  const issued = await head.contracts.issue(click({ id, version, issue }))
  return { id, version: issued.version }
}
