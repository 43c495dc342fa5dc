import { describe, expect, it } from 'vitest'
import { applicationStateOn } from './days.ts'
import { nextStepOf, renewable } from './path.ts'
import type { CaseFacts } from './path.ts'
import type { ShownContractStatus } from './schema.ts'

describe('the path of a dossier', () => {
  const nothing: CaseFacts = {
    application: null,
    assessment: null,
    plan: null,
    contract: null,
    deathDate: null,
  }
  const walk: [Partial<CaseFacts>, string, string | null][] = [
    [{}, 'notBegun notBegun notBegun notBegun', 'takeApplication'],
    [
      { application: { id: 'a', state: 'incomplete' } },
      'incomplete notBegun notBegun notBegun',
      'completeDocuments',
    ],
    [
      { application: { id: 'a', state: 'registered' } },
      'incomplete notBegun notBegun notBegun',
      'admitApplication',
    ],
    [
      { application: { id: 'a', state: 'admitted' } },
      'done notBegun notBegun notBegun',
      'startAssessment',
    ],
    [
      {
        application: { id: 'a', state: 'forAssessment' },
        assessment: { id: 's', status: 'draft' },
      },
      'done incomplete notBegun notBegun',
      'continueAssessment',
    ],
    [
      { application: { id: 'a', state: 'assessed' }, assessment: { id: 's', status: 'finished' } },
      'done incomplete notBegun notBegun',
      'approveAssessment',
    ],
    [
      { application: { id: 'a', state: 'approved' }, assessment: { id: 's', status: 'approved' } },
      'done done notBegun notBegun',
      'makePlan',
    ],
    [
      { plan: { id: 'n', status: 'draft', ended: false } },
      'done done incomplete notBegun',
      'continuePlan',
    ],
    [
      { plan: { id: 'n', status: 'ready', ended: false } },
      'done done incomplete notBegun',
      'approvePlan',
    ],
    [
      { plan: { id: 'n', status: 'approved', ended: false } },
      'done done done notBegun',
      'prepareContract',
    ],
    [{ contract: { id: 'c', status: 'draft' } }, 'done done done incomplete', 'issueContract'],
    [{ contract: { id: 'c', status: 'issued' } }, 'done done done incomplete', 'sendContractOut'],
    [
      { contract: { id: 'c', status: 'outForSignature' } },
      'done done done incomplete',
      'markContractSigned',
    ],
    [{ contract: { id: 'c', status: 'annulled' } }, 'done done done notBegun', 'prepareContract'],
    [
      { contract: { id: 'c', status: 'inForce' }, application: { id: 'a', state: 'withContract' } },
      'done done done done',
      null,
    ],
    [{ deathDate: '2026-11-20' }, 'done done done done', 'terminateContract'],
    [
      { contract: { id: 'c', status: 'terminated' }, application: { id: 'a', state: 'closed' } },
      'done done done done',
      null,
    ],
  ]
  it('says at each step what is done and what comes next', () => {
    let facts = nothing
    for (const [patch, states, action] of walk) {
      facts = { ...facts, ...patch }
      const path = nextStepOf(facts)
      expect(path.steps.map((step) => step.state).join(' ')).toBe(states)
      expect(path.action?.code ?? null).toBe(action)
    }
  })
  it('leads from a contract that ran out to the next one, and is not green any more', () => {
    const ranOut: CaseFacts = {
      application: { id: 'a', state: applicationStateOn('withContract', ['expired']) },
      assessment: { id: 's', status: 'approved' },
      plan: { id: 'n', status: 'signed', ended: true },
      contract: { id: 'c', status: 'expired' },
      deathDate: null,
    }
    const next = (patch: Partial<CaseFacts>) => nextStepOf({ ...ranOut, ...patch }).action
    expect(
      nextStepOf(ranOut)
        .steps.map((step) => step.state)
        .join(' '),
    ).toBe('over done over over')
    expect(next({})).toEqual({ code: 'renewContract', id: 'c' })
    expect(next({ assessment: { id: 's2', status: 'draft' } })?.code).toBe('continueAssessment')
    expect(next({ assessment: { id: 's2', status: 'finished' } })?.code).toBe('approveAssessment')
    expect(next({ plan: { id: 'n2', status: 'draft', ended: false } })?.code).toBe('continuePlan')
    expect(next({ plan: { id: 'n2', status: 'ready', ended: false } })?.code).toBe('approvePlan')
    expect(next({ plan: { id: 'n2', status: 'approved', ended: false } })?.code).toBe(
      'renewContract',
    )
    expect(next({ deathDate: '2026-11-20' })).toEqual({ code: 'closeApplication', id: 'a' })
  })
  it('the next contract may be prepared while the last one runs, and is not prepared twice', () => {
    const renews = (status: ShownContractStatus, id = 'c') =>
      renewable(
        {
          ...nothing,
          application: { id: 'a', state: applicationStateOn('withContract', [status]) },
          contract: { id, status },
        },
        'c',
      )
    for (const status of ['inForce', 'annexed', 'suspended', 'expired'] as const)
      expect(renews(status), status).toBe(true)
    for (const status of ['draft', 'issued', 'outForSignature', 'signed', 'ending'] as const)
      expect(renews(status), status).toBe(false)
    expect(renews('draft', 'next')).toBe(false)
  })
  it('is „С договор“ as long as something runs, begins or is being made', () => {
    const on = (...contracts: ShownContractStatus[]) =>
      applicationStateOn('withContract', contracts)
    for (const alive of [
      'draft',
      'issued',
      'outForSignature',
      'signed',
      'inForce',
      'ending',
    ] as const)
      expect(on('expired', alive)).toBe('withContract')
    expect(on('expired')).toBe('contractExpired')
    expect(on('terminated', 'annulled', 'expired')).toBe('contractExpired')
    expect(on()).toBe('withContract')
    expect(applicationStateOn('approved', ['expired'])).toBe('approved')
  })
  it('needs nothing more after a refusal or a death on the way', () => {
    const refused = nextStepOf({ ...nothing, application: { id: 'a', state: 'notAdmitted' } })
    expect(refused.steps.map((step) => step.state)).toEqual([
      'done',
      'notNeeded',
      'notNeeded',
      'notNeeded',
    ])
    expect(refused.action?.code).toBe('closeApplication')
    const died = nextStepOf({
      ...nothing,
      application: { id: 'a', state: 'forAssessment' },
      assessment: { id: 's', status: 'draft' },
      deathDate: '2026-11-20',
    })
    expect(died.steps.map((step) => step.state)).toEqual([
      'done',
      'notNeeded',
      'notNeeded',
      'notNeeded',
    ])
    expect(died.action).toEqual({ code: 'recordDeath', id: 'a' })
  })
})
