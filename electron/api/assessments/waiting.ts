import { assessmentsToApprove, waitingApplications } from '#db/queries/today.ts'
import { withTerm } from '../applications/term.ts'
import { waitingFor } from '../kernel/waiting.ts'

export const assessmentsWaiting = waitingFor([
  {
    kind: 'toAssess',
    permission: 'assessments.write',
    work: 'assessment',
    find: ({ db }) => withTerm(db, waitingApplications(db, ['admitted', 'forAssessment'])),
  },
  {
    kind: 'assessmentsToApprove',
    permission: 'assessments.approve',
    work: 'assessment',
    by: 'assessments.approve',
    find: ({ db, actor }) => assessmentsToApprove(db, actor.accountId),
  },
])
