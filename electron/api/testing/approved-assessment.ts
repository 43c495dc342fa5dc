import { applicationInput } from '#domain/applications/testing/sample.ts'
import { emptyAssessment } from '#domain/assessments/schema.ts'
import { defaultMethodology } from '#domain/methodologies/default-methodology.ts'
import { itemMax, score } from '#domain/methodologies/score.ts'
import { listAccounts } from '#db/queries/accounts.ts'
import { insertApplication } from '#db/queries/applications.ts'
import { insertAssessment, nextAssessmentRevision, setAssessment } from '#db/queries/assessments.ts'
import { seedMethodology } from '#db/queries/methodologies.ts'
import { counterFrom } from './counters.ts'
import type { Client, RunningOffice } from './office.ts'
import { click } from './office.ts'
import { personInput } from './person-data.ts'

const entries = counterFrom(0)

/** Groups of the delivered methodology in which every answer is the highest. */
export const weakGroups = ['SELF', 'HOME'] as const

/**
 * A person whose assessment is approved, put straight into the tables: for tests of what begins
 * there. The weak areas are those of `weakGroups`; hours are given in minutes a month.
 */
export async function approvedCase(
  running: RunningOffice,
  client: Client,
  options: { grantedMinutes?: number; person?: Parameters<typeof personInput>[0] } = {},
): Promise<{ personId: string; applicationId: string; assessmentId: string }> {
  const { id: personId } = await client.people.create(
    click(
      personInput({
        emergencyContactName: 'Анна Георгиева',
        emergencyContactPhone: '0888123456',
        gp: 'д-р Колева',
        ...options.person,
      }),
    ),
  )
  const database = running.office.vault.database()
  const [first, second] = listAccounts(database.orm)
  if (!first || !second) throw new Error('the prepared office has two accounts at least')
  const at = '2026-11-12T08:00:00.000Z'
  const stamp = { at, by: first.id }
  entries.value += 1
  const entryNumber = `94-${String(entries.value)}`
  const answers = defaultMethodology.groups.flatMap((group) =>
    group.items.map((item) => {
      const weak = (weakGroups as readonly string[]).includes(group.id)
      const wanted = item.direction === 'need' ? weak : !weak
      const points = wanted
        ? itemMax(item)
        : Math.min(...item.options.map((option) => option.points))
      const option = item.options.find((one) => one.points === points)
      return { itemId: item.id, optionId: option?.id ?? null, reason: '' }
    }),
  )
  const scored = score(defaultMethodology, answers, 81)
  if (!scored.ok) throw new Error('the answers do not fit the delivered methodology')
  return database.transaction((tx) => {
    const application = applicationInput({ personId, entryNumber, entryDate: '2026-11-02' })
    const applicationId = insertApplication(tx, application, 'approved', stamp)
    const assessmentId = insertApproved(tx, {
      applicationId,
      personId,
      answers,
      score: scored.score,
      grantedMinutes: options.grantedMinutes ?? 56 * 60,
      approvedBy: second.id,
      stamp,
    })
    return { personId, applicationId, assessmentId }
  })
}

type Tx = Parameters<typeof insertAssessment>[0]

/** Another approved assessment of the same application, with other hours; the former is replaced. */
export function approveAnother(
  running: RunningOffice,
  of: { applicationId: string; personId: string; assessmentId: string },
  grantedMinutes: number,
): string {
  const database = running.office.vault.database()
  const [first, second] = listAccounts(database.orm)
  if (!first || !second) throw new Error('the prepared office has two accounts at least')
  const stamp = { at: '2026-11-15T08:00:00.000Z', by: first.id }
  return database.transaction((tx) => {
    setAssessment(tx, of.assessmentId, 2, { status: 'superseded' }, stamp)
    return insertApproved(tx, {
      applicationId: of.applicationId,
      personId: of.personId,
      answers: [],
      score: undefined,
      grantedMinutes,
      approvedBy: second.id,
      stamp,
    })
  })
}

function insertApproved(
  tx: Tx,
  facts: {
    applicationId: string
    personId: string
    answers: { itemId: string; optionId: string | null; reason: string }[]
    score: Extract<ReturnType<typeof score>, { ok: true }>['score'] | undefined
    grantedMinutes: number
    approvedBy: string
    stamp: { at: string; by: string }
  },
): string {
  const { applicationId, personId, stamp, score: scored } = facts
  const revision = nextAssessmentRevision(tx, applicationId)
  const assessmentId = insertAssessment(
    tx,
    {
      ...emptyAssessment(applicationId),
      answers: facts.answers,
      assessmentDate: '2026-11-12',
      visitDate: '2026-11-11',
    },
    {
      personId,
      methodologyVersionId: seedMethodology(tx, defaultMethodology, stamp.at),
      revision,
      previousId: null,
    },
    stamp,
  )
  setAssessment(
    tx,
    assessmentId,
    1,
    {
      status: 'approved',
      number: `${applicationId.slice(-6)}-${String(revision)}`,
      numberYear: 2026,
      ...(scored
        ? {
            score: scored,
            total: scored.total,
            degree: scored.degree,
            computedMinutes: scored.minutesPerMonth,
          }
        : {}),
      grantedMinutes: facts.grantedMinutes,
      approvedBy: facts.approvedBy,
      approvalDate: '2026-11-13',
    },
    stamp,
  )
  return assessmentId
}
