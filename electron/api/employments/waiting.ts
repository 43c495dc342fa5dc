import { addDays } from '#domain/calendar/civil-date.ts'
import { noticeDue } from '#domain/employments/notices.ts'
import {
  employmentsEnding,
  employmentsToEnd,
  openNotices,
  waitingEmployments,
} from '#db/queries/employments-list.ts'
import { soonDays, waitingFor } from '../kernel/waiting.ts'
import { noticeTerms } from './limits.ts'

export const employmentsWaiting = waitingFor([
  {
    kind: 'employmentNotices',
    permission: 'employments.write',
    work: 'team',
    find: ({ db }) =>
      openNotices(db).map(({ event, on, ...line }) => ({
        ...line,
        due: noticeDue(event, on, noticeTerms(db, on)),
      })),
  },
  {
    kind: 'employmentsToIssue',
    permission: 'employments.issue',
    work: 'team',
    find: ({ db }) => waitingEmployments(db, ['draft']),
  },
  {
    kind: 'employmentsToSign',
    permission: 'employments.write',
    work: 'team',
    find: ({ db }) => waitingEmployments(db, ['issued', 'outForSignature']),
  },
  {
    kind: 'employmentsToEnd',
    permission: 'employments.end',
    work: 'team',
    find: ({ db, today }) => employmentsToEnd(db, today),
  },
  {
    kind: 'employmentsEnding',
    permission: 'employments.read',
    work: null,
    find: ({ db, today }) => employmentsEnding(db, today, addDays(today, soonDays)),
  },
])
