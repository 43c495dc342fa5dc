import type {
  PaperReference,
  PersonFacts,
  ProviderFacts,
  RepresentativeFacts,
  SigningFacts,
} from '../papers/parties.ts'
import type { AssignmentRole, presentCapacities } from './schema.ts'

/** An assistant as a paper names one. */
export interface AssistantFacts {
  name: string
  position: string
  contract: { number: string; date: string }
}

interface AssignmentPaperFacts extends PaperReference {
  draft: boolean
  place: string
  service: string
  provider: ProviderFacts
  person: PersonFacts
  representative: RepresentativeFacts | null
  signing: SigningFacts
  application: { number: string; date: string }
}

/** „Протокол за избор на асистент“. */
export interface ChoiceFacts extends AssignmentPaperFacts {
  present: { name: string; capacity: (typeof presentCapacities)[number] }[]
  /** Empty: help to choose was asked for. */
  wish: string
  wishHonoured: boolean
  notHonouredReason: string
  chosen: AssistantFacts
  substitute: AssistantFacts | null
  statement: string
  preparedBy: { name: string; position: string }
}

/** „Съобщение за смяна на асистент“, for all three. */
export interface ChangeFacts extends AssignmentPaperFacts {
  role: AssignmentRole
  leaving: AssistantFacts
  lastDay: string
  coming: AssistantFacts
  fromDate: string
  toDate: string | null
  minutesPerMonth: number
  reason: string
}
