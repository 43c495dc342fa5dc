import { createHash } from 'node:crypto'
import { listAccounts } from '#db/queries/accounts.ts'
import { approvedCase, type ApprovedCase } from './cases.ts'
import { click, openOffice, testToday, type Client } from './office.ts'
import { codesOf, type Refusal } from './refusal.ts'

/** An office with who prepares, issues and files contracts, and what each of them does all day. */
export async function openContractDesk() {
  const running = await openOffice()
  const head = await running.as('head')
  const worker = await running.as('socialWorker')
  const clerk = await running.as('clerk')
  const orm = () => running.office.vault.database().orm
  const someAccount = () => listAccounts(orm())[0]?.id ?? ''

  async function draftFor(one: ApprovedCase, client: Client = worker) {
    const { input } = await client.contracts.proposal({ personId: one.personId })
    if (!input) throw new Error('nothing is proposed')
    const saved = await client.contracts.saveDraft(
      click({ id: null, version: null, personId: one.personId, input }),
    )
    return { ...saved, input }
  }

  async function issueArgs(id: string) {
    const { contractDate, startDate, endDate } = await head.contracts.issuing({ id })
    const { version } = await head.contracts.find({ id })
    return { id, version, issue: { contractDate, startDate, endDate, number: null } }
  }

  async function issued(one = approvedCase(running.office)) {
    const { id } = await draftFor(one)
    const answer = await head.contracts.issue(click(await issueArgs(id)))
    return { ...one, ...answer }
  }

  async function signed(one?: ApprovedCase) {
    const contract = await issued(one)
    const signing = {
      personSignedOn: testToday,
      providerSignedOn: testToday,
      mode: 'person' as const,
    }
    const { version } = await clerk.contracts.markSigned(
      click({ id: contract.id, version: contract.version, signing }),
    )
    return { ...contract, version }
  }

  return { running, head, worker, clerk, orm, someAccount, draftFor, issueArgs, issued, signed }
}

/** The codes with which work was refused; none when it was done. */
export const refusedBy = (work: Promise<unknown>): Promise<string[]> =>
  work.then(
    () => [],
    (error: unknown) => {
      const { code, data = {} } = error as Pick<Refusal, 'code'> & Partial<Refusal>
      return codesOf({ code, data }) ?? [code]
    },
  )

export const sha256Of = async (file: File) =>
  createHash('sha256')
    .update(Buffer.from(await file.arrayBuffer()))
    .digest('hex')
