import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { listAudit } from '#db/queries/audit.ts'
import { addSetting } from '#db/queries/settings.ts'
import { findApplicationRow } from '#db/queries/applications.ts'
import { readPdf } from '#papers/testing/read-pdf.ts'
import { getPerson, updatePerson } from '#db/queries/people.ts'
import { numbersOfSubject, registersWithHoles } from '#db/queries/registry-numbers.ts'
import { insertContract, setContract } from '#db/queries/contracts.ts'
import { type PersonData } from '#domain/people/schema.ts'
import { approvedCase } from '../testing/cases.ts'
import { openContractDesk, refusedBy, sha256Of } from '../testing/contract-desk.ts'
import { click, openOffice, testToday } from '../testing/office.ts'

const { running, head, worker, clerk, orm, someAccount, draftFor, issueArgs, issued, signed } =
  await openContractDesk()
afterAll(() => running.dispose())

describe('„Издай“', () => {
  test('draws the number, freezes the paper and changes the state at once', async () => {
    const one = approvedCase(running.office)
    const { id } = await draftFor(one)
    const { nextNumber } = await head.contracts.issuing({ id })
    const { number, paperId } = await head.contracts.issue(click(await issueArgs(id)))
    expect(number).toBe(nextNumber)
    const shown = await clerk.contracts.find({ id })
    expect(shown).toMatchObject({
      status: 'issued',
      number,
      paper: { id: paperId, status: 'forPrint' },
    })
    const pdf = await clerk.papers.pdf({ id: paperId })
    const { text } = await readPdf(new Uint8Array(await pdf.arrayBuffer()))
    expect(text).not.toContain('ПРОЕКТ')
    expect(text.replaceAll('\u00a0', ' ')).toContain(`№ ${number}/16.11.2026 г.`)
    expect(numbersOfSubject(orm(), 'contract', id)).toHaveLength(1)
  })

  test('a double click issues once', async () => {
    const { id } = await draftFor(approvedCase(running.office))
    const twice = { requestId: randomUUID(), data: await issueArgs(id) }
    const [first, second] = await Promise.all([
      head.contracts.issue(twice),
      head.contracts.issue(twice),
    ])
    expect(second).toEqual(first)
    expect(numbersOfSubject(orm(), 'contract', id)).toHaveLength(1)
  })

  test('two at once get two numbers that follow each other', async () => {
    const drafts = await Promise.all(
      [approvedCase(running.office), approvedCase(running.office)].map((one) => draftFor(one)),
    )
    const answers = await Promise.all(
      drafts.map(async ({ id }) => head.contracts.issue(click(await issueArgs(id)))),
    )
    const numbers = answers.map(({ number }) => Number(number)).toSorted((a, b) => a - b)
    expect(numbers[1]).toBe((numbers[0] ?? 0) + 1)
  })

  test('a failure after the number was drawn loses no number', async () => {
    const { id } = await draftFor(approvedCase(running.office))
    const { nextNumber } = await head.contracts.issuing({ id })
    // Another contract already carries this number: the last write of the transaction fails.
    const blocking = approvedCase(running.office)
    const { input } = await worker.contracts.proposal({ personId: blocking.personId })
    const database = running.office.vault.database()
    const stamp = { at: running.office.now(), by: someAccount() }
    const blocker = database.transaction((tx) => {
      const made = insertContract(
        tx,
        input!,
        { personId: blocking.personId, minutesPerMonth: 60 },
        stamp,
      )
      setContract(tx, made, 1, { status: 'issued', number: nextNumber, numberYear: 2026 }, stamp)
      return made
    })
    expect(await refusedBy(head.contracts.issue(click(await issueArgs(id))))).toEqual(['INTERNAL'])
    expect((await head.contracts.find({ id })).status).toBe('draft')
    expect(numbersOfSubject(orm(), 'contract', id)).toEqual([])
    database.transaction((tx) => setContract(tx, blocker, 2, { number: 'чужд' }, stamp))
    const { number } = await head.contracts.issue(click(await issueArgs(id)))
    expect(number).toBe(nextNumber)
    expect(registersWithHoles(orm())).toEqual([])
  })

  test('is refused when somebody changed the draft meanwhile', async () => {
    const one = approvedCase(running.office)
    const { id, version, input } = await draftFor(one)
    const args = await issueArgs(id)
    await worker.contracts.saveDraft(
      click({ id, version, personId: one.personId, input: { ...input, copies: 3 } }),
    )
    expect(await refusedBy(head.contracts.issue(click(args)))).toEqual(['CONFLICT'])
  })

  test('a stopped contract draws nothing and names what is missing', async () => {
    const { id } = await draftFor(approvedCase(running.office, { planStatus: 'ready' }))
    expect(await refusedBy(head.contracts.issue(click(await issueArgs(id))))).toEqual([
      'planNotApproved',
      'paperValueMissing',
    ])
    expect(numbersOfSubject(orm(), 'contract', id)).toEqual([])
  })

  test('the same bytes come again, whatever changed since', async () => {
    const contract = await issued()
    const first = await sha256Of(await clerk.papers.pdf({ id: contract.paperId }))
    running.office.vault.database().transaction((tx) => {
      const person = getPerson(tx, contract.personId)!
      updatePerson(
        tx,
        person.id,
        person.version,
        { ...(person as PersonData), lastName: 'Друг' },
        { at: running.office.now(), by: someAccount() },
      )
    })
    expect(await sha256Of(await clerk.papers.pdf({ id: contract.paperId }))).toBe(first)
    const reprinted = await clerk.papers.reprint({ kind: 'contract', number: contract.number })
    expect(await sha256Of(reprinted)).toBe(first)
    const one = await clerk.papers.forPrinter({ id: contract.paperId, copies: 1, duplex: true })
    expect(await sha256Of(one)).toBe(first)
  })

  test('two copies for a printer of both sides begin each on a new sheet', async () => {
    const { id, paperId } = await issued()
    const { paper } = await clerk.contracts.find({ id })
    const pile = await clerk.papers.forPrinter({ id: paperId, copies: 2, duplex: true })
    const { pages } = await readPdf(new Uint8Array(await pile.arrayBuffer()))
    const sheet = (paper?.pages ?? 0) + ((paper?.pages ?? 0) % 2)
    const count = typeof pages === 'number' ? pages : (pages as unknown[]).length
    expect([sheet * 2, sheet * 2 - ((paper?.pages ?? 0) % 2)]).toContain(count)
  })

  test('the second contract of the same days is refused', async () => {
    const contract = await issued()
    const { input, problems } = await worker.contracts.proposal({ personId: contract.personId })
    expect(input).toBeNull()
    expect(problems).toMatchObject([
      { code: 'contractOverlaps', place: { at: 'contract', id: contract.id } },
    ])
  })
})

describe('the way of the paper', () => {
  test('out, back with both dates, in force; the application has its contract', async () => {
    const contract = await issued()
    const out = await clerk.contracts.sendOut(click({ id: contract.id, version: contract.version }))
    expect((await clerk.contracts.find({ id: contract.id })).paper?.status).toBe('out')
    const back = (personSignedOn: string) =>
      clerk.contracts.markSigned(
        click({
          id: contract.id,
          version: out.version,
          signing: { personSignedOn, providerSignedOn: testToday, mode: 'person' },
        }),
      )
    expect(await refusedBy(back('2026-11-17'))).toEqual(['dateInFuture'])
    expect(await refusedBy(back('2026-11-15'))).toEqual(['signedBeforeContract'])
    await back(testToday)
    expect(await clerk.contracts.find({ id: contract.id })).toMatchObject({
      status: 'inForce',
      personSignedOn: testToday,
      paper: { status: 'signedBack' },
    })
    expect(findApplicationRow(orm(), contract.applicationId)?.state).toBe('withContract')
  })

  test('typed in by its number, the contract follows its paper', async () => {
    const contract = await issued()
    const { papers } = await clerk.papers.awaited({ number: contract.number })
    expect(papers).toMatchObject([{ id: contract.paperId, expectedMode: 'person' }])
    const { version } = papers[0]!
    await clerk.papers.markSigned(
      click({ id: contract.paperId, version, signedOn: testToday, mode: 'person' }),
    )
    expect((await clerk.contracts.find({ id: contract.id })).status).toBe('inForce')
    expect(await clerk.papers.awaited({ number: contract.number })).toEqual({
      papers: [],
      settled: 'signedBack',
    })
  })

  test('handed out as a paper, the contract goes out with it', async () => {
    const contract = await issued()
    await clerk.papers.move(click({ id: contract.paperId, version: 1, step: 'handOut' }))
    expect((await clerk.contracts.find({ id: contract.id })).status).toBe('outForSignature')
  })

  test('printed is what a person says, and every time the same paper', async () => {
    const contract = await issued()
    await clerk.papers.markPrinted(
      click({ id: contract.paperId, version: 1, as: { copies: 3, duplex: false } }),
    )
    const shown = await clerk.contracts.find({ id: contract.id })
    expect(shown).toMatchObject({
      status: 'issued',
      paper: { status: 'printed', printCount: 1 },
      print: { copies: 3, duplex: false },
    })
  })

  test('every step stands in the history', async () => {
    const { id } = await signed()
    const { history } = await head.contracts.find({ id })
    expect(history.map(({ action }) => action)).toEqual([
      'contract.signed',
      'contract.issued',
      'contract.drafted',
    ])
  })
})

test('numbers typed from the municipality’s register: asked for, kept, not taken twice', async () => {
  const own = await openOffice()
  try {
    const mine = await own.as('head', 'socialWorker', 'clerk')
    own.office.vault.database().transaction((tx) => {
      addSetting(tx, {
        key: 'contractNumbersOwn',
        value: false,
        validFrom: '2026-01-01',
        source: 'деловодна система',
        certainty: 'P',
        changedBy: null,
        now: own.office.now(),
      })
    })
    const draft = async () => {
      const { personId } = approvedCase(own.office)
      const { input } = await mine.contracts.proposal({ personId })
      return mine.contracts.saveDraft(click({ id: null, version: null, personId, input: input! }))
    }
    const issue = async (id: string, number: string | null) => {
      const { contractDate, startDate, endDate, nextNumber } = await mine.contracts.issuing({ id })
      expect(nextNumber).toBeNull()
      return mine.contracts.issue(
        click({ id, version: 1, issue: { contractDate, startDate, endDate, number } }),
      )
    }
    const first = await draft()
    expect(await refusedBy(issue(first.id, null))).toEqual(['contractNumberMissing'])
    expect((await issue(first.id, '63/216')).number).toBe('63/216')
    const second = await draft()
    expect(await refusedBy(issue(second.id, '63/216'))).toEqual(['contractNumberTaken'])
    expect((await mine.contracts.find({ id: second.id })).status).toBe('draft')
    expect(
      listAudit(own.office.vault.database().orm, { prefixes: ['contract.issued'] }),
    ).toHaveLength(1)
  } finally {
    await own.dispose()
  }
})
