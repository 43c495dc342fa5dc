import { afterAll, describe, expect, test } from 'vitest'
import { insertRepresentative } from '#db/queries/people-parts.ts'
import { readPdf } from '#papers/testing/read-pdf.ts'
import { representativeSchema } from '#domain/people/schema.ts'
import { approvedCase, type ApprovedCase } from '../testing/cases.ts'
import { openContractDesk, refusedBy } from '../testing/contract-desk.ts'
import { click, testToday } from '../testing/office.ts'

const { running, head, worker, clerk, someAccount, draftFor, issueArgs, issued, signed } =
  await openContractDesk()
afterAll(() => running.dispose())

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
      await refusedBy(
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
      await refusedBy(
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

describe('rights', () => {
  test('a social worker prepares and does not issue, end or annul', async () => {
    const { id } = await draftFor(approvedCase(running.office))
    expect(await refusedBy(worker.contracts.issue(click(await issueArgs(id))))).toEqual([
      'FORBIDDEN',
    ])
    expect((await worker.contracts.find({ id })).steps).toEqual([])
    const { id: other, version } = await signed()
    expect(
      await refusedBy(
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
