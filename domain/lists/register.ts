import { accountsList } from '#domain/accounts/list.ts'
import { applicationsList } from '#domain/applications/list.ts'
import { assessmentsList } from '#domain/assessments/list.ts'
import { assignmentsList } from '#domain/assignments/list.ts'
import { candidatesList } from '#domain/candidates/list.ts'
import { contractsList } from '#domain/contracts/list.ts'
import { employeesList } from '#domain/employees/list.ts'
import { catalogueList } from '#domain/employments/catalogue-list.ts'
import { employmentsList } from '#domain/employments/list.ts'
import { trainingDueList } from '#domain/events/due-list.ts'
import { eventsList } from '#domain/events/list.ts'
import { expiringList } from '#domain/expiring/list.ts'
import { papersList } from '#domain/papers/list.ts'
import { peopleList } from '#domain/people/list.ts'
import { plansList } from '#domain/plans/list.ts'
import { projectsList } from '#domain/projects/list.ts'
import { selectionsList } from '#domain/selections/list.ts'

/** Every list of the office: the command line, the workbook and the tests walk over it. */
export const lists = {
  people: peopleList,
  applications: applicationsList,
  candidates: candidatesList,
  selections: selectionsList,
  assessments: assessmentsList,
  plans: plansList,
  contracts: contractsList,
  employees: employeesList,
  employments: employmentsList,
  assignments: assignmentsList,
  catalogue: catalogueList,
  events: eventsList,
  trainingDue: trainingDueList,
  papers: papersList,
  expiring: expiringList,
  projects: projectsList,
  accounts: accountsList,
}
export type ListId = keyof typeof lists

const isListId = (id: string): id is ListId => Object.hasOwn(lists, id)

/** The key of what a list is called in the journal, which may name one that is no more. */
export function titleOfList(id: string): string {
  // What waits for somebody is looked at as a list, and is none of its own.
  if (id === 'today') return 'today:title'
  return isListId(id) ? lists[id].title : 'lists:noMore'
}
