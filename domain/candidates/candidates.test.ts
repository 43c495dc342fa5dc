import { describe, expect, test } from 'vitest'
import { broughtPapers, candidateIntakeSchema, noPapers } from './intake.ts'
import type { CandidateIntakeInput } from './intake.ts'
import { papersDueDate, papersMayGo } from './papers-term.ts'
import { candidateChecklist, candidacyProblems, missingOf, oneCandidacy, unfit, type ExistingCandidacy } from './rules.ts' // prettier-ignore
import { candidacyInputSchema, candidacyStates, type CandidacyInput } from './schema.ts'
import { isOpenCandidacy, moveCandidacy, nextCandidacyEvents, type CandidacyEvent } from './states.ts' // prettier-ignore
import { parseVillages } from './villages.ts'

const today = '2026-11-16'

function papers(...types: CandidacyInput['documents'][number]['type'][]) {
  const all = noPapers()
  for (const type of types) all[type].present = true
  return broughtPapers(all)
}

function candidacy(own: Partial<CandidacyInput> = {}): CandidacyInput {
  return {
    entryNumber: 'ЛА-1',
    entryDate: '2026-11-02',
    campaign: 'Есен 2026',
    regime: 'assistantSupport',
    personId: 'person',
    position: 'socialAssistant',
    namedPerson: '',
    kinship: null,
    labourStatus: 'unemployed',
    education: 'basic',
    experienceMonths: null,
    trainings: [],
    otherContract: 'none',
    weekdays: [1, 3],
    dailyMinutes: 240,
    villages: ['Примерно'],
    hasCar: 'no',
    climbsStairs: 'yes',
    refusedActs: [],
    declarations: {
      capable: true,
      noConviction: true,
      noViolenceMeasures: true,
      privacyNotice: true,
    },
    documents: papers('applicationForm', 'idCard', 'cv', 'declarations', 'privacyNotice'),
    note: '',
    ...own,
  }
}

const needed = (own: Partial<CandidacyInput>) =>
  candidateChecklist(candidacy(own))
    .filter((row) => row.needed)
    .map(({ type }) => type)
const codes = (problems: readonly { code: string; path?: (string | number)[] | undefined }[]) =>
  problems.map(({ code, path }) => [code, path?.join('.')])

describe('papers by programme', () => {
  test('personal assistance asks for what чл. 26, ал. 1 names', () => {
    expect(needed({ regime: 'personalAssistance' })).toEqual([
      'applicationForm',
      'idCard',
      'cv',
      'declarations',
      'medicalDocument',
      'privacyNotice',
    ])
  })
  test('assistant support asks for no medical document before the work begins', () => {
    expect(needed({})).not.toContain('medicalDocument')
  })
  test('what is declared asks for its proof', () => {
    expect(needed({ otherContract: 'present' })).toContain('employmentContract')
    expect(needed({ otherContract: 'none' })).not.toContain('employmentContract')
    const trainings = [{ name: 'Личен асистент', date: null, certificateNumber: '' }]
    expect(needed({ trainings })).toContain('trainingCertificate')
  })
  test('only a project asks for the note of the employer and the pension order', () => {
    expect(needed({ regime: 'project', labourStatus: 'employed' })).toContain('employerNote')
    expect(needed({ regime: 'project', labourStatus: 'earlyPensioner' })).toContain('pensionOrder')
    expect(needed({ labourStatus: 'employed' })).not.toContain('employerNote')
  })
})

describe('what is missing', () => {
  test('nothing of a whole one', () => {
    expect(missingOf(candidacy())).toEqual([])
  })
  test('every unanswered question, declaration and paper, each at its field', () => {
    const empty = candidacy({
      labourStatus: null,
      education: null,
      otherContract: null,
      weekdays: [],
      dailyMinutes: null,
      villages: [],
      hasCar: null,
      climbsStairs: null,
      declarations: {
        capable: true,
        noConviction: false,
        noViolenceMeasures: true,
        privacyNotice: true,
      },
      documents: papers('applicationForm', 'idCard', 'declarations', 'privacyNotice'),
    })
    expect(codes(missingOf(empty))).toEqual([
      ['labourStatusMissing', 'labourStatus'],
      ['educationMissing', 'education'],
      ['otherContractMissing', 'otherContract'],
      ['offerDaysMissing', 'weekdays'],
      ['offerHoursMissing', 'dailyMinutes'],
      ['offerVillagesMissing', 'villages'],
      ['offerCarMissing', 'hasCar'],
      ['offerStairsMissing', 'climbsStairs'],
      ['candidateDeclarationMissing', 'declarations.noConviction'],
      ['candidateDocumentMissing', 'documents.cv'],
    ])
  })
  test('an assistant is of age and acts alone', () => {
    expect(unfit({ capacity: 'capable' })).toEqual([])
    for (const capacity of ['minor14to18', 'limitedInterdiction', 'fullInterdiction'] as const)
      expect(codes(unfit({ capacity }))).toEqual([['candidateNotCapable', undefined]])
  })
})

describe('one candidacy in a campaign', () => {
  const known = (own: Partial<ExistingCandidacy> = {}): ExistingCandidacy => ({
    id: 'first',
    personId: 'person',
    campaign: 'Есен 2026',
    state: 'registered',
    entryNumber: 'ЛА-1',
    entryDate: '2026-11-02',
    ...own,
  })
  const second = { id: null, personId: 'person', campaign: 'Есен 2026' }
  test('is told with number and date, at the number of the person', () => {
    expect(oneCandidacy(second, [known()])).toMatchObject({
      code: 'candidacyInCampaign',
      path: ['person', 'idNumber'],
      params: { campaign: 'Есен 2026', entryNumber: 'ЛА-1', entryDate: '2026-11-02' },
    })
  })
  test('capitals and spaces make no other campaign', () => {
    expect(oneCandidacy({ ...second, campaign: 'есен  2026' }, [known()])).toBeDefined()
  })
  test('another campaign, another person and one that is over do not stand in the way', () => {
    expect(oneCandidacy(second, [known({ campaign: 'Пролет 2026' })])).toBeUndefined()
    expect(oneCandidacy(second, [known({ personId: 'other' })])).toBeUndefined()
    for (const state of ['notAdmitted', 'withdrawn', 'closed'] as const)
      expect(oneCandidacy(second, [known({ state })])).toBeUndefined()
    expect(oneCandidacy({ ...second, id: 'first' }, [known()])).toBeUndefined()
  })
  test('outside of campaigns there is one at a time', () => {
    const rolling = { ...second, campaign: '' }
    expect(oneCandidacy(rolling, [known({ campaign: '' })])?.code).toBe('candidacyOpen')
    expect(oneCandidacy(rolling, [known()])).toBeUndefined()
  })
  test('the same вх. № of the year and a paper from tomorrow are refused together', () => {
    const documents = papers('cv').map((one) => ({ ...one, date: '2026-11-17' }))
    const twice = { ...candidacy({ documents, entryNumber: 'ЛА-1' }), id: null, personId: 'new' }
    const said = candidacyProblems(twice, [known()], today)
    expect(said.ok ? [] : codes(said.problems)).toEqual([
      ['dateInFuture', 'documents.cv.date'],
      ['entryNumberTaken', 'entryNumber'],
    ])
  })
})

describe('what is never kept', () => {
  test('a copy of an identity card, and a note on the medical document', () => {
    const paper = { number: '', date: null, note: '' }
    const bad = candidacyInputSchema.safeParse(
      candidacy({
        documents: [
          { type: 'idCard', presentedAs: 'copy', ...paper },
          { type: 'medicalDocument', presentedAs: 'original', ...paper, note: 'диабет' },
        ],
      }),
    )
    expect(bad.error?.issues.map(({ message }) => message)).toEqual([
      'idCardOnlyForReference',
      'medicalNoteNotKept',
    ])
  })
})

describe('the page', () => {
  const address: CandidateIntakeInput['person']['currentAddress'] = {
    region: null,
    municipality: 'Примерна',
    settlementKind: 'village',
    settlement: 'Примерно',
  }
  const page = (own: Partial<CandidateIntakeInput> = {}): CandidateIntakeInput => ({
    ...candidacy(),
    known: null,
    person: {
      ...{ idKind: 'egn', idNumber: '1', firstName: '', middleName: null, lastName: 'Петров' },
      ...{ birthDate: null, sex: null, idCardNumber: null, idCardIssuedOn: null, phone: null },
      ...{ currentAddress: address, permanentSame: 'yes', permanentAddress: address },
    },
    documents: noPapers(),
    ...own,
  })
  test('names faults of the person, the candidacy and a paper at once, each at its field', () => {
    const documents = noPapers()
    documents.medicalDocument = { ...documents.medicalDocument, present: true, note: 'диабет' }
    const read = candidateIntakeSchema.safeParse(page({ entryNumber: ' ', documents }))
    const paths = read.error?.issues.map(({ path }) => path.join('.'))
    expect(paths).toContain('person.firstName')
    expect(paths).toContain('person.idNumber')
    expect(paths).toContain('entryNumber')
    expect(paths).toContain('documents.medicalDocument.note')
  })
  test('a named person asks for the kinship, also where it is none', () => {
    const known = { id: 'person', version: null }
    const read = candidateIntakeSchema.safeParse(page({ known, namedPerson: 'Мария Петрова' }))
    expect(read.error?.issues.map(({ message }) => message)).toEqual(['namedKinshipMissing'])
    const kin = page({ known, namedPerson: 'Мария Петрова', kinship: 'none' })
    expect(candidateIntakeSchema.safeParse(kin).success).toBe(true)
  })
  test('villages are typed with commas, each once', () => {
    expect(parseVillages('с. Примерно, старобуково; ПРИМЕРНО, ')).toEqual({
      ok: true,
      value: ['Примерно', 'Старобуково'],
    })
    expect(parseVillages('а'.repeat(61)).ok).toBe(false)
  })
})

describe('states', () => {
  const context = { today, entryDate: '2026-11-02', missing: [], settings: [] }
  const reason = 'Основание от поне десет знака.'
  const move = (state: (typeof candidacyStates)[number], event: CandidacyEvent, own = {}) =>
    moveCandidacy(state, event, { ...context, ...own })
  test('the way from the application to work, step by step', () => {
    const date = today
    const way: [(typeof candidacyStates)[number], CandidacyEvent][] = [
      ['registered', { kind: 'admit' }],
      ['admitted', { kind: 'enterPool', date }],
      ['inPool', { kind: 'employ', date }],
      ['employed', { kind: 'close', date, reason }],
    ]
    expect(way.map(([state, event]) => move(state, event))).toMatchObject([
      { ok: true, state: 'admitted' },
      { ok: true, state: 'inPool' },
      { ok: true, state: 'employed' },
      { ok: true, state: 'closed' },
    ])
  })
  test('nobody is admitted with something missing, and nobody twice', () => {
    const missing = [{ code: 'educationMissing' }]
    expect(move('registered', { kind: 'admit' }, { missing })).toMatchObject({ problems: missing })
    expect(move('admitted', { kind: 'admit' })).toMatchObject({
      problems: [{ code: 'eventNotAllowed' }],
    })
  })
  test('a letter begins the term and is for something', () => {
    const letter: CandidacyEvent = { kind: 'askForDocuments', letterDate: today }
    expect(move('incomplete', letter)).toMatchObject({ problems: [{ code: 'nothingMissing' }] })
    expect(move('incomplete', letter, { missing: [{ code: 'educationMissing' }] })).toEqual({
      ok: true,
      state: 'incomplete',
      documentsDueDate: '2026-11-23',
    })
  })
  test('a refusal has its reasons, its day and a ground that fits the state', () => {
    const refuse = { kind: 'refuse', ground: 'notSelected', date: today, reason } as const
    expect(move('registered', refuse)).toMatchObject({
      problems: [{ code: 'notSelectedBeforeSelection', path: ['ground'] }],
    })
    expect(move('admitted', refuse)).toMatchObject({ ok: true, state: 'notAdmitted' })
    expect(move('admitted', { ...refuse, reason: 'не' })).toMatchObject({
      problems: [{ code: 'reasonTooShort' }],
    })
    expect(move('admitted', { ...refuse, date: '2026-11-17' })).toMatchObject({
      problems: [{ code: 'dateInFuture' }],
    })
    expect(move('admitted', { ...refuse, date: '2026-11-01' })).toMatchObject({
      problems: [{ code: 'dateBeforeEntry' }],
    })
    expect(move('registered', { ...refuse, ground: 'documentsNotProvided' })).toMatchObject({
      problems: [{ code: 'dropOutOnlyWhenIncomplete', path: ['ground'] }],
    })
  })
  test('whoever died needs no reasons; whoever left does', () => {
    const leave = { kind: 'withdraw', why: 'died', date: today, reason: '' } as const
    expect(move('inPool', leave)).toMatchObject({ ok: true, state: 'withdrawn' })
    expect(move('inPool', { ...leave, why: 'ownWish' }).ok).toBe(false)
  })
  test('what is over goes nowhere', () => {
    for (const state of candidacyStates)
      if (!isOpenCandidacy(state)) expect(nextCandidacyEvents(state)).toEqual([])
  })
})

describe('papers of who was not chosen', () => {
  const refused = {
    state: 'notAdmitted',
    entryDate: '2026-03-02',
    endedOn: '2026-04-30',
    papersGoneOn: null,
  } as const
  test('go six months after the decision, by the rule of that day', () => {
    expect(papersDueDate(refused, [])).toBe('2026-10-30')
    const shorter = [{ key: 'candidatePapersMonths', value: 3, validFrom: '2026-05-01' }]
    expect(papersDueDate(refused, shorter)).toBe('2026-10-30')
    expect(papersDueDate({ ...refused, endedOn: '2026-05-01' }, shorter)).toBe('2026-08-01')
  })
  test('stay with whoever is chosen or at work, and have no term once gone', () => {
    expect(papersDueDate({ ...refused, state: 'closed' }, [])).toBeNull()
    expect(papersDueDate({ ...refused, papersGoneOn: '2026-06-01' }, [])).toBeNull()
    expect(papersMayGo({ ...refused, state: 'inPool' }, today, today)).toMatchObject({
      problems: [{ code: 'candidatePapersStay' }],
    })
  })
  test('go once, on a day between the decision and today', () => {
    expect(papersMayGo(refused, today, today).ok).toBe(true)
    expect(papersMayGo({ ...refused, papersGoneOn: '2026-06-01' }, today, today).ok).toBe(false)
    expect(papersMayGo(refused, '2026-04-29', today).ok).toBe(false)
    expect(papersMayGo(refused, '2026-11-17', today).ok).toBe(false)
  })
})
