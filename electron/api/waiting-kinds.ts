import { applicationsWaiting } from './applications/waiting.ts'
import { assessmentsWaiting } from './assessments/waiting.ts'
import { assignmentsWaiting } from './assignments/waiting.ts'
import { candidatesWaiting } from './candidates/waiting.ts'
import { contractsWaiting } from './contracts/waiting.ts'
import { employmentsWaiting } from './employments/waiting.ts'
import { eventsWaiting } from './events/waiting.ts'
import { papersWaiting } from './papers/waiting.ts'
import { peopleWaiting } from './people/waiting.ts'
import { plansWaiting } from './plans/waiting.ts'
import { selectionsWaiting } from './selections/waiting.ts'

/** Everything that may wait for somebody, in the order of a case; each concept says its own. */
export const waitingKinds = [
  ...applicationsWaiting,
  ...candidatesWaiting,
  ...selectionsWaiting,
  ...assessmentsWaiting,
  ...plansWaiting,
  ...contractsWaiting,
  ...employmentsWaiting,
  ...assignmentsWaiting,
  ...eventsWaiting,
  ...papersWaiting,
  ...peopleWaiting,
]
