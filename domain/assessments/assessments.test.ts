import { describe, expect, it } from 'vitest'
import { defaultMethodology } from '#domain/methodologies/default-methodology.ts'
import { score } from '#domain/methodologies/score.ts'
import { changeOf, finish, finishProblems, weakAreas } from './finish.ts'
import type { FinishContext } from './finish.ts'
import { approve, grantWarnings, mayEdit, mayStart, newVersion, sendBack } from './rules.ts'
import { assessmentInputSchema, emptyAssessment } from './schema.ts'
import type { AssessmentInput } from './schema.ts'

const items = defaultMethodology.groups.flatMap((group) => group.items)
const allSecond = items.map((item) => ({ itemId: item.id, optionId: 'o2', reason: '' }))

const sheet: AssessmentInput = assessmentInputSchema.parse({
  ...emptyAssessment('a1'),
  assessmentDate: '2026-11-12',
  visitDate: '2026-11-10',
  visitPlace: 'в дома на лицето',
  answers: allSecond,
  team: [
    { name: 'Галина Димитрова', position: 'социален работник' },
    { name: 'Илия Костов', position: 'психолог' },
  ],
  sources: ['ЕР на ТЕЛК № 1234'],
  narrative: {
    health: 'хронично заболяване',
    mentalEmotional: 'спокойна',
    familySupport: 'дъщеря в друг град',
    social: 'съседи',
    housing: 'къща с двор',
    incomeAndWork: '',
    otherSupport: 'няма',
    strengths: '',
  },
  noRisks: true,
  personView: 'Иска помощ сутрин.',
  conclusions: 'Нужна е ежедневна подкрепа.',
  recommendedActivities: ['selfCare', 'dailyTasks'],
  recommendedMinutesPerDay: 120,
  recommendedTerm: 'long',
})
const ctx: FinishContext = {
  today: '2026-11-21',
  entryDate: '2026-11-02',
  age: 81,
  methodology: defaultMethodology,
  previous: [],
  dailyMaxMinutes: 240,
  settings: [],
}
const open = (patch: Partial<AssessmentInput>, context: Partial<FinishContext> = {}) =>
  finishProblems({ ...sheet, ...patch }, { ...ctx, ...context }).map((p) =>
    [p.code, ...(p.path ?? [])].join(':'),
  )

describe('„Завърши оценката“', () => {
  it('finishes a whole sheet with its score', () => {
    const result = finish(sheet, ctx)
    // 27 rows of one point, ТЕЛК 50–70,99 % two points
    expect(result).toMatchObject({
      ok: true,
      status: 'finished',
      score: { total: 29, degree: 'I' },
    })
  })
  it('lists every empty thing of an empty sheet', () => {
    const codes = finishProblems(emptyAssessment('a1'), ctx).map((problem) => problem.code)
    expect(codes.filter((code) => code === 'answerMissing')).toHaveLength(28)
    expect(codes.filter((code) => code === 'narrativeMissing')).toHaveLength(6)
    for (const code of [
      'visitDateMissing',
      'assessmentDateMissing',
      'visitPlaceMissing',
      'teamTooSmall',
      'sourcesMissing',
      'risksUnanswered',
      'personViewMissing',
      'conclusionsMissing',
      'activitiesMissing',
      'recommendedHoursMissing',
      'recommendedTermMissing',
    ])
      expect(codes, code).toContain(code)
  })
  it('asks for a multidisciplinary team of the size that the office has set', () => {
    expect(open({ team: sheet.team.slice(1) })).toEqual(['teamTooSmall:team'])
    const settings = [{ key: 'minTeamSize', value: 3, validFrom: '2026-11-21' }]
    expect(open({}, { settings })).toEqual(['teamTooSmall:team'])
    expect(open({}, { settings, today: '2026-11-20' })).toEqual([])
  })
  it('keeps the order of dates: request, visit, assessment, today', () => {
    expect(open({ visitDate: '2026-11-01' })).toEqual(['dateBeforeEntry:visitDate'])
    expect(open({ visitDate: '2026-11-13' })).toEqual(['assessmentBeforeVisit:assessmentDate'])
    expect(open({ assessmentDate: '2026-11-22' })).toEqual(['dateInFuture:assessmentDate'])
    expect(open({ visitDate: '2026-11-02', assessmentDate: '2026-11-02' })).toEqual([])
  })
  it('recommends no more hours a day than the limit', () => {
    expect(open({ recommendedMinutesPerDay: 240 })).toEqual([])
    expect(open({ recommendedMinutesPerDay: 241 })).toEqual(['dailyLimit:recommendedMinutesPerDay'])
  })
  it('after a refusal or a futile visit asks only the visit and a witness', () => {
    const bare = { ...emptyAssessment('a1'), outcome: 'notFound' as const, visitDate: '2026-11-10' }
    expect(finishProblems(bare, ctx).map((p) => p.code)).toEqual(['witnessMissing'])
    expect(finish({ ...bare, witness: 'кметският наместник' }, ctx)).toEqual({
      ok: true,
      status: 'notCarriedOut',
      score: null,
    })
  })
  it('asks why an update was made', () => {
    expect(open({ kind: 'update' })).toEqual(['updateReasonMissing:updateReason'])
    expect(open({ kind: 'update', updateReason: 'other' })).toEqual([
      'updateReasonMissing:updateReasonText',
    ])
  })
})

describe('reasons', () => {
  const changed = allSecond.map((answer) =>
    answer.itemId === 'dressing' ? { ...answer, optionId: 'o3' } : answer,
  )
  it('are asked for a change from last time, not for the same or the first', () => {
    expect(open({ answers: changed })).toEqual([])
    expect(open({ answers: changed }, { previous: changed })).toEqual([])
    expect(open({ answers: changed }, { previous: allSecond })).toEqual([
      'answerReasonMissing:answers:dressing:reason',
    ])
    const withReason = (reason: string) =>
      changed.map((a) => (a.itemId === 'dressing' ? { ...a, reason } : a))
    expect(open({ answers: withReason('ръката') }, { previous: allSecond })).toEqual([
      'reasonTooShort:answers:dressing:reason',
    ])
    expect(open({ answers: withReason('не може да закопчава') }, { previous: allSecond })).toEqual(
      [],
    )
  })
  it('can be switched off by the office, but not where the row always asks', () => {
    const settings = [{ key: 'changeNeedsReason', value: false, validFrom: '2026-01-01' }]
    expect(open({ answers: changed }, { previous: allSecond, settings })).toEqual([])
    const strict = {
      ...defaultMethodology,
      groups: defaultMethodology.groups.map((group) => ({
        ...group,
        items: group.items.map((item) =>
          item.id === 'behaviour' ? { ...item, reason: 'always' as const } : item,
        ),
      })),
    }
    expect(open({}, { methodology: strict, settings })).toEqual([
      'answerReasonMissing:answers:behaviour:reason',
    ])
  })
  it('says which way a row went', () => {
    const item = items[0]!
    expect(changeOf(item, 'o3', 'o2')).toBe('up')
    expect(changeOf(item, 'o1', 'o2')).toBe('down')
    expect(changeOf(item, 'o2', 'o2')).toBe('same')
    expect(changeOf(item, 'o2', undefined)).toBeNull()
  })
})

describe('approval', () => {
  const facts = {
    status: 'finished' as const,
    preparedBy: 'gd',
    approverId: 'head',
    computedMinutes: 5040,
    grantedMinutes: 5040,
    reason: '',
    assessmentDate: '2026-11-12',
    approvalDate: '2026-11-13',
    minReasonLength: 10,
  }
  const codes = (patch: Partial<typeof facts>) => {
    const result = approve({ ...facts, ...patch })
    return result.ok ? [] : result.problems.map((problem) => problem.code)
  }
  it('is never given by who prepared the hours', () => {
    expect(codes({})).toEqual([])
    expect(codes({ approverId: 'gd' })).toEqual(['approverIsPreparer'])
  })
  it('may lower or raise the hours, with a reason', () => {
    expect(codes({ grantedMinutes: 4980 })).toEqual(['grantedReasonMissing'])
    expect(codes({ grantedMinutes: 5100, reason: 'малко' })).toEqual(['reasonTooShort'])
    expect(codes({ grantedMinutes: 5100, reason: 'Сам, на 12 км от лекар.' })).toEqual([])
    expect(codes({ grantedMinutes: -1, reason: 'Сам, на 12 км от лекар.' })).toEqual([
      'hoursOutOfMonth',
    ])
    expect(codes({ grantedMinutes: 0.5, reason: 'Сам, на 12 км от лекар.' })).toEqual([
      'hoursOutOfMonth',
    ])
  })
  it('follows the assessment and only a finished one', () => {
    expect(codes({ approvalDate: '2026-11-11' })).toEqual(['approvalBeforeAssessment'])
    expect(approve({ ...facts, status: 'draft' })).toMatchObject({
      problems: [{ code: 'assessmentNotFinished' }],
    })
  })
  it('warns of hours that the daily limit leaves no room for', () => {
    expect(grantWarnings(31 * 240, 240)).toEqual([])
    expect(grantWarnings(137 * 60, 240)).toMatchObject([
      { code: 'grantedOverDailyLimit', params: { ceilingMinutes: 7440 } },
    ])
    expect(grantWarnings(137 * 60, null)).toEqual([])
  })
  it('sends back with a reason', () => {
    const back = { ...facts, reason: 'Липсва становище на лекаря' }
    expect(sendBack(back)).toEqual({ ok: true, status: 'returned' })
    expect(sendBack({ ...back, reason: '' })).toMatchObject({
      problems: [{ code: 'reasonTooShort' }],
    })
  })
})

describe('versions', () => {
  it('locks what is finished or approved', () => {
    expect(mayEdit('draft').ok && mayEdit('returned').ok).toBe(true)
    for (const status of ['finished', 'approved', 'superseded', 'notCarriedOut'] as const)
      expect(mayEdit(status).ok).toBe(false)
  })
  it('makes a new version of an approved sheet and leaves the old one as it was', () => {
    const before = structuredClone(sheet)
    const result = newVersion({ status: 'approved', revision: 1, input: sheet })
    expect(result).toMatchObject({ ok: true, revision: 2 })
    if (!result.ok) return
    expect(result.input).toMatchObject({ kind: 'update', visitDate: null, updateReason: null })
    expect(result.input.answers).toHaveLength(28)
    expect(sheet).toEqual(before)
    expect(newVersion({ status: 'finished', revision: 1, input: sheet }).ok).toBe(false)
  })
  it('starts one at a time, on an admitted application', () => {
    const free = { applicationState: 'admitted', openAssessment: null, contractToSign: null }
    expect(mayStart(free).ok).toBe(true)
    expect(mayStart({ ...free, applicationState: 'incomplete' }).ok).toBe(false)
    expect(mayStart({ ...free, openAssessment: { id: 'x' } }).ok).toBe(false)
  })
  it('waits for a contract that is out for its signature, and says which', () => {
    const result = mayStart({
      applicationState: 'approved',
      openAssessment: null,
      contractToSign: { id: 'c', number: '31' },
    })
    expect(result).toEqual({
      ok: false,
      problems: [{ code: 'contractAwaitsSignature', params: { contractId: 'c', number: '31' } }],
    })
  })
})

describe('weak areas', () => {
  const areas = (percent: number, optionId: string) => {
    const result = score(
      defaultMethodology,
      items.map((item) => ({ itemId: item.id, optionId })),
      81,
    )
    if (!result.ok) throw new Error('score')
    return weakAreas(defaultMethodology, result.score, percent).map((area) => area.letter)
  }
  it('are those that reach the share of their points; a certificate is no area for a goal', () => {
    expect(areas(50, 'o2')).toEqual([])
    expect(areas(33, 'o2')).toEqual(['А', 'Б', 'В', 'Г', 'Д'])
    expect(areas(34, 'o2')).toEqual([])
    expect(areas(100, 'o4')).toEqual(['А', 'Б', 'В', 'Г', 'Д'])
    expect(areas(1, 'o1')).toEqual([])
  })
})
