import { describe, expect, it } from 'vitest'
import { dateDoubts, futureDates } from './dates.ts'

const today = '2026-11-30'
const dated = { entryDate: today, preliminaryAssessmentDate: null, documents: [] }

describe('dates of an application', () => {
  it('that are from tomorrow are refused, each at its field', () => {
    const paper = {
      type: 'telkDecision',
      presentedAs: 'copy',
      number: '',
      date: '2062-11-30',
      validUntil: null,
      note: '',
    } as const
    const application = {
      entryDate: '2026-12-01',
      preliminaryAssessmentDate: '2026-12-01',
      documents: [paper],
    }
    expect(futureDates(application, today).map(({ path }) => path?.join('.'))).toEqual([
      'entryDate',
      'preliminaryAssessmentDate',
      'documents.telkDecision.date',
    ])
    expect(futureDates(dated, today)).toEqual([])
  })
  it('that are old are asked about: a preliminary assessment of 2001 is a slip of the finger', () => {
    const codes = (own: object) =>
      dateDoubts({ ...dated, ...own }, today).map(({ path }) => path?.[0])
    expect(codes({})).toEqual([])
    expect(codes({ preliminaryAssessmentDate: '2001-11-20' })).toEqual([
      'preliminaryAssessmentDate',
    ])
    expect(codes({ preliminaryAssessmentDate: '2025-11-30' })).toEqual([])
    expect(codes({ preliminaryAssessmentDate: '2025-11-29' })).toEqual([
      'preliminaryAssessmentDate',
    ])
    expect(codes({ entryDate: '2016-11-30' })).toEqual(['entryDate'])
  })
})
