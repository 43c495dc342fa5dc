import type { PaperReference, PersonFacts, ProviderFacts } from '#domain/papers/parties.ts'
import type { EventKind, Presence } from './schema.ts'

/** Удостоверение: who was trained in what, for how long. */
export interface CertificateFacts extends PaperReference {
  draft: boolean
  place: string
  provider: ProviderFacts
  participant: PersonFacts
  topic: string
  /** Empty: the training follows no programme with a name. */
  programme: string
  firstDay: string
  lastDay: string
  minutes: number
  attendedMinutes: number
  leader: string
}

/** Присъствен списък: blank to be signed, or with what was marked. */
export interface PresenceFacts {
  provider: ProviderFacts
  kind: EventKind
  topic: string
  leader: string
  place: string
  groupName: string
  minutes: number
  sessions: readonly { onDate: string; fromMinute: number; toMinute: number }[]
  /** One presence a session; null is left to be signed. */
  people: readonly { name: string; position: string; marks: readonly (Presence | null)[] }[]
  /** Civil date of printing. */
  date: string
}
