import { limitsOn } from '#domain/regimes/rules.ts'
import { contractProblems, type ContractContext } from '../rules.ts'
import { contractInputSchema, type ContractInput } from '../schema.ts'

export const limits = limitsOn('assistantSupport', '2026-11-21', [])!

/** A contract of three years, a proper one. */
export const input: ContractInput = contractInputSchema.parse({
  applicationId: 'a1',
  assessmentId: 's1',
  planId: 'n1',
  service: 'assistantSupport',
  contractDate: '2026-11-21',
  startDate: '2026-11-23',
  endDate: '2029-11-22',
  place: 'гр. Примерна',
  placeOfService: 'в дома на лицето и извън него',
  representativeId: null,
  signingMode: 'person',
  witnesses: [],
  assistants: [],
  caseManagerName: 'Галина Димитрова',
  caseManagerPosition: 'социален работник',
  caseManagerPhone: '',
  feeMonthlyCents: 0,
  feeBasisText: 'Не се дължи такса.',
  copies: 2,
  accountantSigns: false,
})

/** What the office knows when it is issued: nothing stands in the way. */
export const ctx: ContractContext = {
  personId: 'p1',
  deathDate: null,
  applicationState: 'approved',
  assessment: {
    status: 'approved',
    approvedOn: '2026-11-13',
    grantedMinutes: 5040,
    isLatest: true,
  },
  plan: {
    status: 'approved',
    approvedOn: '2026-11-16',
    assessmentId: 's1',
    validFrom: '2026-11-16',
    validTo: '2027-11-15',
    maxMinutesPerMonth: 5000,
  },
  representative: null,
  contracts: [],
  limits,
  doubleSupport: [],
  fundingEnd: null,
}

/** What stops it, changed by these. */
export const codes = (patch: Partial<ContractInput>, context: Partial<ContractContext> = {}) =>
  contractProblems({ ...input, ...patch }, { ...ctx, ...context }, null).map((p) => p.code)
