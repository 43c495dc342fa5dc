import type { Problem, Verdict } from '#domain/problems/schema.ts'
import type { PaperStatus } from './schema.ts'

export type PaperStep = 'print' | 'handOut' | 'signBack' | 'reportMissing' | 'annul'

/** Which steps a paper can take from where it is, and where each leads. A reprint stays „printed“. */
const steps: Record<PaperStatus, Partial<Record<PaperStep, PaperStatus>>> = {
  forPrint: { print: 'printed', annul: 'annulled' },
  printed: {
    print: 'printed',
    handOut: 'out',
    signBack: 'signedBack',
    reportMissing: 'missing',
    annul: 'annulled',
  },
  out: {
    print: 'out',
    signBack: 'signedBack',
    reportMissing: 'missing',
    annul: 'annulled',
  },
  signedBack: { print: 'signedBack', reportMissing: 'missing', annul: 'annulled' },
  missing: { print: 'missing', handOut: 'out', signBack: 'signedBack', annul: 'annulled' },
  annulled: { print: 'annulled' },
}

/** The status after a step, or `paperStepNotPossible` with both names in the params. */
export function takeStep(status: PaperStatus, step: PaperStep): Verdict<{ status: PaperStatus }> {
  const next = steps[status][step]
  if (next === undefined)
    return { ok: false, problems: [{ code: 'paperStepNotPossible', params: { status, step } }] }
  return { ok: true, status: next }
}

/**
 * Whether a signing day can be right: not before the paper's own date, not after today.
 * Papers are signed by hand and typed in later, so the past is normal.
 */
export function checkSignedOn(signedOn: string, paperDate: string, today: string): Problem[] {
  if (signedOn > today)
    return [{ code: 'signedInFuture', path: ['signedOn'], params: { todayDate: today } }]
  if (signedOn < paperDate)
    return [{ code: 'signedBeforePaper', path: ['signedOn'], params: { paperDate } }]
  return []
}
