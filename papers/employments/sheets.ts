import type { AboutContract } from '#domain/employments/facts.ts'
import { slotData } from '../kit/signatures.ts'
import { statement } from './after.ts'
import { confidentiality, jobDescription } from './text/sheets.ts'

type Sheet = AboutContract & { code: string | null; on: string }

/** Длъжностна характеристика, point by point as the catalogue has it. */
export function buildJobDescription(facts: Sheet & { duties: readonly string[] }) {
  const { provider, employee } = facts
  const last = facts.duties.length - 1
  return statement({
    facts,
    text: jobDescription,
    word: jobDescription.name,
    fields: { 'position.code': facts.code },
    rows: [],
    points: facts.duties.map((duty, i) => ({
      number: i + 1,
      runs: [`${duty.replace(/[;.]$/, '')}${i === last ? '.' : ';'}`],
    })),
    sides: [
      {
        heading: 'УТВЪРДИЛ:',
        slots: [slotData({ role: 'headOfService', name: provider.headOfService ?? '' })],
      },
      { heading: 'СЛУЖИТЕЛ:', slots: [slotData({ role: 'person', name: employee.fullName })] },
    ],
    on: facts.on,
  })
}

/** Декларация за поверителност: the person's word alone. */
export function buildConfidentiality(facts: Sheet) {
  return statement({
    facts,
    text: confidentiality,
    word: confidentiality.name,
    fields: {},
    rows: [],
    sides: [
      {
        heading: 'ДЕКЛАРАТОР:',
        slots: [slotData({ role: 'person', name: facts.employee.fullName })],
      },
    ],
    on: facts.on,
  })
}
