import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAccounts } from '#db/queries/accounts.ts'
import { listAudit } from '#db/queries/audit.ts'
import { addSetting } from '#db/queries/settings.ts'
import { getPerson, updatePerson } from '#db/queries/people.ts'
import { insertRepresentative } from '#db/queries/people-parts.ts'
import { numbersOfSubject, registersWithHoles } from '#db/queries/registry-numbers.ts'
import { findApplicationRow } from '#db/queries/applications.ts'
import { insertContract, setContract } from '#db/queries/contracts.ts'
import { representativeSchema, type PersonData } from '#domain/people/schema.ts'
import { readPdf } from '#papers/testing/read-pdf.ts'
import { approvedCase, type ApprovedCase } from '../testing/cases.ts'
import { click, openOffice, testToday, type Client, type RunningOffice } from '../testing/office.ts'

let running: RunningOffice
let head: Client
let worker: Client
let clerk: Client
beforeAll(async () => {
  running = await openOffice()
  head = await running.as('head')
  worker = await running.as('socialWorker')
  clerk = await running.as('clerk')
})
afterAll(() => running.dispose())

const someAccount = () => listAccounts(orm())[0]?.id ?? ''
const orm = () => running.office.vault.database().orm

interface Problems {
  code: string
  data?: { problems?: { code: string; path?: string[] }[] }
}
async function refused(work: Promise<unknown>): Promise<string[]> {
  try {
    await work
  } catch (error) {
    const { code, data = {} } = error as Problems
    return data.problems?.map((problem) => problem.code) ?? [code]
  }
  return []
}

async function draftFor(one: ApprovedCase, client = worker) {
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

const sha = async (file: File) =>
  createHash('sha256')
    .update(Buffer.from(await file.arrayBuffer()))
    .digest('hex')

describe('a draft', () => {
  test('is filled in from person, assessment, plan and settings', async () => {
    const one = approvedCase(running.office, { grantedMinutes: 84 * 60 })
    const { input, basis, problems } = await worker.contracts.proposal({ personId: one.personId })
    expect(problems).toEqual([])
    expect(input).toMatchObject({
      ...{ applicationId: one.applicationId, assessmentId: one.assessmentId, planId: one.planId },
      contractDate: testToday,
      startDate: testToday,
      endDate: '2027-11-15',
      place: 'гр.\u00a0Примерна',
      signingMode: 'person',
      assistants: [{ name: 'Мария Стоянова', role: 'titular' }],
      caseManagerName: 'Галина Димитрова',
      feeMonthlyCents: 0,
      copies: 2,
    })
    expect(basis?.assessment.grantedMinutes).toBe(84 * 60)
  })

  test('is shown as „ПРОЕКТ“ with everything in it and draws no number', async () => {
    const one = approvedCase(running.office)
    const { input } = await worker.contracts.proposal({ personId: one.personId })
    const before = await head.contracts.views({})
    const pdf = await worker.contracts.preview({
      contractId: null,
      personId: one.personId,
      input: input!,
    })
    const { text } = await readPdf(new Uint8Array(await pdf.arrayBuffer()))
    expect(text).toContain('ПРОЕКТ')
    expect(text).toContain('Иван Петров Георгиев')
    expect(text).toMatch(/56\s?ч\./)
    expect(await head.contracts.views({})).toEqual(before)
  })

  test('is one at a time, and the second window is led to it', async () => {
    const one = approvedCase(running.office)
    const first = await draftFor(one)
    const again = await worker.contracts.proposal({ personId: one.personId })
    expect(again.draftId).toBe(first.id)
    expect(
      await refused(
        worker.contracts.saveDraft(
          click({ id: null, version: null, personId: one.personId, input: first.input }),
        ),
      ),
    ).toEqual(['contractDraftExists'])
  })

  test('saved in two windows: the later one is shown both', async () => {
    const { id, input } = await draftFor(approvedCase(running.office))
    const { personId } = await worker.contracts.find({ id }).then(({ person }) => ({
      personId: person.id,
    }))
    const save = (place: string) =>
      worker.contracts.saveDraft(click({ id, version: 1, personId, input: { ...input, place } }))
    await save('с. Първо')
    const error = (await save('с. Второ').catch((thrown: unknown) => thrown)) as {
      code: string
      data: { theirs: { place: string } }
    }
    expect(error.code).toBe('CONFLICT')
    expect(error.data.theirs.place).toBe('с. Първо')
  })

  test('never mixes the records of two people', async () => {
    const one = approvedCase(running.office)
    const other = approvedCase(running.office)
    const { input } = await worker.contracts.proposal({ personId: one.personId })
    expect(
      await refused(
        worker.contracts.saveDraft(
          click({ id: null, version: null, personId: other.personId, input: input! }),
        ),
      ),
    ).toEqual(['NOT_FOUND'])
  })

  test('is not begun without an approved assessment, and says where to go', async () => {
    const one = approvedCase(running.office, {
      assessmentStatus: 'finished',
      planStatus: 'draft',
    })
    const { input, problems } = await worker.contracts.proposal({ personId: one.personId })
    expect(input).toBeNull()
    expect(problems).toMatchObject([
      { code: 'assessmentNotApproved', place: { at: 'assessment', id: one.assessmentId } },
    ])
  })

  test('remembers the place and the copies of the account that wrote it', async () => {
    const own = await running.as('head', 'socialWorker', 'clerk')
    const one = approvedCase(running.office)
    const { input } = await own.contracts.proposal({ personId: one.personId })
    const changed = { ...input!, place: 'с. Драговищица', copies: 3 }
    await own.contracts.saveDraft(
      click({ id: null, version: null, personId: one.personId, input: changed }),
    )
    const next = approvedCase(running.office)
    expect((await own.contracts.proposal({ personId: next.personId })).input).toMatchObject({
      place: 'с. Драговищица',
      copies: 3,
    })
    expect((await worker.contracts.proposal({ personId: next.personId })).input?.copies).toBe(2)
  })
})

describe('what stands before „Издай“', () => {
  async function check(one: ApprovedCase, change: object = {}) {
    const { input } = await worker.contracts.proposal({ personId: one.personId })
    const { problems } = await worker.contracts.check({
      contractId: null,
      personId: one.personId,
      input: { ...input!, ...change },
    })
    return problems
  }

  test('a term over three years less a day, with the latest last day', async () => {
    const one = approvedCase(running.office)
    expect(await check(one, { endDate: '2029-11-15' })).toEqual([])
    expect(await check(one, { endDate: '2029-11-16' })).toMatchObject([
      {
        code: 'termTooLong',
        params: { latestDate: '2029-11-15' },
        place: { at: 'field', name: 'endDate' },
      },
    ])
  })

  test('a contract before the approval of assessment and plan', async () => {
    const one = approvedCase(running.office)
    expect(await check(one, { contractDate: '2026-11-15' })).toMatchObject([
      {
        code: 'contractBeforeAssessment',
        params: { approvedDate: testToday, contractDate: '2026-11-15' },
      },
      { code: 'contractBeforePlan', place: { at: 'field', name: 'contractDate' } },
    ])
  })

  test('a plan that is not approved has no number either', async () => {
    const one = approvedCase(running.office, { planStatus: 'ready' })
    expect(await check(one)).toMatchObject([
      { code: 'planNotApproved', place: { at: 'plan', id: one.planId } },
      { code: 'paperValueMissing', params: { what: 'basis.plan' } },
    ])
  })

  test('a plan with more hours than are granted', async () => {
    const one = approvedCase(running.office, { grantedMinutes: 20 * 60 })
    expect(await check(one)).toMatchObject([
      { code: 'planOverGrantedNow', place: { at: 'plan', id: one.planId } },
    ])
  })

  test('full interdiction: nobody recorded, then a guardian without a document, then all there', async () => {
    const one = approvedCase(running.office, { person: { capacity: 'fullInterdiction' } })
    expect((await check(one)).map(({ code }) => code)).toContain('guardianMissing')
    const { office } = running
    const stamp = { at: office.now(), by: someAccount() }
    const guardian = (documentNumber: string | null) =>
      office.vault.database().transaction((tx) =>
        insertRepresentative(
          tx,
          one.personId,
          representativeSchema.parse({
            kind: 'guardian',
            firstName: 'Георги',
            middleName: 'Петров',
            lastName: 'Настойников',
            idKind: 'egn',
            idNumber: null,
            sex: 'male',
            address: 'гр. Примерна, ул. „Първа“ № 7',
            documentKind: 'guardianshipCertificate',
            documentNumber,
          }),
          stamp,
        ),
      )
    guardian(null)
    expect((await check(one)).map(({ code }) => code)).toEqual(['representativeDocumentMissing'])
    const entitled = guardian('17')
    const problems = await check(one, { representativeId: entitled.id })
    expect(problems).toEqual([])
    expect(await check(one, { signingMode: 'person', representativeId: null })).toMatchObject([
      { code: 'signingModeNotAsCapacity' },
    ])
  })
})

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
    expect(await refused(head.contracts.issue(click(await issueArgs(id))))).toEqual(['INTERNAL'])
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
    expect(await refused(head.contracts.issue(click(args)))).toEqual(['CONFLICT'])
  })

  test('a stopped contract draws nothing and names what is missing', async () => {
    const { id } = await draftFor(approvedCase(running.office, { planStatus: 'ready' }))
    expect(await refused(head.contracts.issue(click(await issueArgs(id))))).toEqual([
      'planNotApproved',
      'paperValueMissing',
    ])
    expect(numbersOfSubject(orm(), 'contract', id)).toEqual([])
  })

  test('the same bytes come again, whatever changed since', async () => {
    const contract = await issued()
    const first = await sha(await clerk.papers.pdf({ id: contract.paperId }))
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
    expect(await sha(await clerk.papers.pdf({ id: contract.paperId }))).toBe(first)
    const reprinted = await clerk.papers.reprint({ kind: 'contract', number: contract.number })
    expect(await sha(reprinted)).toBe(first)
    const one = await clerk.papers.forPrinter({ id: contract.paperId, copies: 1, duplex: true })
    expect(await sha(one)).toBe(first)
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
    expect(await refused(back('2026-11-17'))).toEqual(['dateInFuture'])
    expect(await refused(back('2026-11-15'))).toEqual(['signedBeforeContract'])
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

describe('the end', () => {
  test('with a ground, a day and a reason; says what becomes free; the case is closed', async () => {
    const { id, version, applicationId } = await signed()
    const end = (onDate: string, reason: string) =>
      head.contracts.terminate(
        click({ id, version, termination: { ground: 'personRequest', onDate, reason } }),
      )
    expect(await refused(end('2030-01-01', 'Писмено искане.'))).toEqual(['endOutsideContract'])
    expect(await refused(end('2026-11-30', 'да'))).toEqual(['reasonTooShort'])
    expect(await end('2026-11-30', 'Писмено искане вх. № 12.')).toMatchObject({
      freedMinutes: 56 * 60,
    })
    expect(await head.contracts.find({ id })).toMatchObject({
      status: 'ending',
      endedOn: '2026-11-30',
      terminationGround: 'personRequest',
    })
    expect(findApplicationRow(orm(), applicationId)?.state).toBe('closed')
  })

  test('before its first day too; what is not signed is annulled instead', async () => {
    const one = approvedCase(running.office)
    const unsigned = await issued(one)
    const reason = 'Писмено искане вх. № 12.'
    const end = (id: string, version: number, onDate: string) =>
      head.contracts.terminate(
        click({ id, version, termination: { ground: 'personRequest', onDate, reason } }),
      )
    expect(await refused(end(unsigned.id, unsigned.version, testToday))).toEqual(['endOfUnsigned'])
    const later = approvedCase(running.office)
    const { id: draft } = await draftFor(later)
    const { id, version, issue } = await issueArgs(draft)
    const starts = { ...issue, startDate: '2026-11-20' }
    const contract = await head.contracts.issue(click({ id, version, issue: starts }))
    const signing = { personSignedOn: testToday, providerSignedOn: null, mode: 'person' as const }
    const back = await clerk.contracts.markSigned(click({ id, version: contract.version, signing }))
    expect(await refused(end(id, back.version, '2026-11-15'))).toEqual(['endOutsideContract'])
    await end(id, back.version, testToday)
    expect((await head.contracts.find({ id })).status).toBe('terminated')
    expect(findApplicationRow(orm(), later.applicationId)?.state).toBe('closed')
  })

  test('by death on that day only', async () => {
    const { id, version, personId } = await signed()
    const end = (onDate: string) =>
      head.contracts.terminate(
        click({ id, version, termination: { ground: 'death', onDate, reason: '' } }),
      )
    expect(await refused(end(testToday))).toEqual(['deathDateMissing'])
    running.office.vault.database().transaction((tx) => {
      const person = getPerson(tx, personId)!
      updatePerson(
        tx,
        person.id,
        person.version,
        { ...(person as PersonData), deathDate: testToday },
        { at: running.office.now(), by: someAccount() },
      )
    })
    expect(await refused(end('2026-11-20'))).toEqual(['endsOnDeath'])
    await end(testToday)
    expect(await head.contracts.find({ id })).toMatchObject({
      status: 'ending',
      endedOn: testToday,
    })
  })

  test('a wrongly issued one is annulled; its number stays taken and the next one is another', async () => {
    const contract = await signed()
    await head.contracts.annul(
      click({ id: contract.id, version: contract.version, reason: 'Издаден на друго лице.' }),
    )
    const shown = await head.contracts.find({ id: contract.id })
    expect(shown).toMatchObject({
      status: 'annulled',
      number: contract.number,
      paper: { status: 'annulled' },
    })
    expect(numbersOfSubject(orm(), 'contract', contract.id)[0]?.status).toBe('annulled')
    expect(findApplicationRow(orm(), contract.applicationId)?.state).toBe('approved')
    const next = await issued(contract)
    expect(Number(next.number)).toBeGreaterThan(Number(contract.number))
    expect(registersWithHoles(orm())).toEqual([])
  })

  test('a draft is deleted, an issued contract is not', async () => {
    const draft = await draftFor(approvedCase(running.office))
    await worker.contracts.deleteDraft(click({ id: draft.id, version: draft.version }))
    expect(await refused(worker.contracts.find({ id: draft.id }))).toEqual(['NOT_FOUND'])
    const { id, version } = await issued()
    expect(await refused(worker.contracts.deleteDraft(click({ id, version })))).toEqual([
      'contractLocked',
    ])
  })
})

describe('rights', () => {
  test('a social worker prepares and does not issue, end or annul', async () => {
    const { id } = await draftFor(approvedCase(running.office))
    expect(await refused(worker.contracts.issue(click(await issueArgs(id))))).toEqual(['FORBIDDEN'])
    expect((await worker.contracts.find({ id })).steps).toEqual([])
    const { id: other, version } = await signed()
    expect(
      await refused(
        worker.contracts.annul(click({ id: other, version, reason: 'Издаден на друго лице.' })),
      ),
    ).toEqual(['FORBIDDEN'])
  })

  test('a clerk marks signed and reads no draft form', async () => {
    const { id } = await draftFor(approvedCase(running.office))
    expect((await clerk.contracts.find({ id })).draft).toBeNull()
    const contract = await issued()
    expect((await clerk.contracts.find({ id: contract.id })).steps).toEqual([
      'sendOut',
      'markSigned',
    ])
  })

  test('who writes no contracts is not sent the ЕГН of witnesses', async () => {
    const one = approvedCase(running.office, { person: { cannotSign: true } })
    const { input } = await worker.contracts.proposal({ personId: one.personId })
    expect(input?.signingMode).toBe('thumbprint')
    const witnesses = [
      { fullName: 'Анна Първа', identifier: '7001019265' },
      { fullName: 'Иво Втори', identifier: '6101047500' },
    ]
    const { id } = await worker.contracts.saveDraft(
      click({ id: null, version: null, personId: one.personId, input: { ...input!, witnesses } }),
    )
    const accountant = await running.as('accountant')
    expect(JSON.stringify(await accountant.contracts.find({ id }))).not.toContain('7001019265')
    expect((await worker.contracts.find({ id })).input.witnesses).toEqual(witnesses)
  })
})

describe('lists', () => {
  test('every part of the list has as many rows as its figure', async () => {
    const { counts } = await head.contracts.views({})
    const { draft, ready } = await head.contracts.counts({})
    expect(draft).toBe(counts['draft'])
    for (const view of ['all', 'draft', 'toSign', 'running', 'ending', 'annulled'] as const) {
      const { rows, total } = await head.contracts.list({
        view,
        order: [{ by: 'contractDate', descending: true }],
        offset: 0,
        limit: 500,
      })
      expect([view, rows.length, total]).toEqual([view, counts[view], counts[view]])
    }
    expect(await worker.contracts.ready({})).toHaveLength(ready)
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
    expect(await refused(issue(first.id, null))).toEqual(['contractNumberMissing'])
    expect((await issue(first.id, '63/216')).number).toBe('63/216')
    const second = await draft()
    expect(await refused(issue(second.id, '63/216'))).toEqual(['contractNumberTaken'])
    expect((await mine.contracts.find({ id: second.id })).status).toBe('draft')
    expect(
      listAudit(own.office.vault.database().orm, { prefixes: ['contract.issued'] }),
    ).toHaveLength(1)
  } finally {
    await own.dispose()
  }
})
