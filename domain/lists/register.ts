import { accountsList } from '#domain/accounts/list.ts'
import { applicationsList } from '#domain/applications/list.ts'
import { assessmentsList } from '#domain/assessments/list.ts'
import { candidatesList } from '#domain/candidates/list.ts'
import { contractsList } from '#domain/contracts/list.ts'
import { catalogueList } from '#domain/employments/catalogue-list.ts'
import { employmentsList } from '#domain/employments/list.ts'
import { trainingDueList } from '#domain/events/due-list.ts'
import { eventsList } from '#domain/events/list.ts'
import { expiringList } from '#domain/expiring/list.ts'
import { papersList } from '#domain/papers/list.ts'
import { peopleList } from '#domain/people/list.ts'
import { plansList } from '#domain/plans/list.ts'
import { projectsList } from '#domain/projects/list.ts'

/** Every list of the office: the command line, the workbook and the tests walk over it. */
export const lists = {
  people: peopleList,
  applications: applicationsList,
  candidates: candidatesList,
  assessments: assessmentsList,
  plans: plansList,
  contracts: contractsList,
  employments: employmentsList,
  catalogue: catalogueList,
  events: eventsList,
  trainingDue: trainingDueList,
  papers: papersList,
  expiring: expiringList,
  projects: projectsList,
  accounts: accountsList,
}
export type ListId = keyof typeof lists

/** The key of what a list is called in the journal; what is no list of its own is „Днес“. */
export const titleOfList = (id: string): string =>
  id in lists ? lists[id as ListId].title : 'today:title'
