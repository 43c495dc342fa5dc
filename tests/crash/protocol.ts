interface Workers {
  papers: string
  jobs: string
}

/** What the parent and the process that is killed say to each other. */
export interface OfficeOrder extends Workers {
  kind: 'office'
  dir: string
  stick: string
  password: string
  seed: number
  /** Acts that are drawn before the one that is to be killed. */
  first: number
  killIn: Act
}

/** An office of an earlier version, that the start brings to this one. */
export interface MigrateOrder extends Workers {
  kind: 'migrate'
  dir: string
  /** As hex: what a log-in would open the database with. */
  key: string
}
export type Order = OfficeOrder | MigrateOrder

/** What a restore may bring back, and which restores the database tells of. */
export interface There {
  /** Names of the whole ones beside the database and on the stick. */
  copies: string[]
  restores: string[]
}

export interface State extends There {
  people: string[]
  issued: string[]
  /** Contracts that a frozen paper belongs to. */
  papers: string[]
  /** `verify`: structure, chain, files, registers without holes. */
  whole: boolean
  swapLeft: boolean
  brokenSnapshots: number
}

export const acts = ['save', 'issue', 'snapshot', 'copy', 'rekey', 'restore', 'restoreFromStick'] as const // prettier-ignore
export type Act = (typeof acts)[number]

export type Said =
  | { kind: 'state'; state: State }
  /** `name`: the copy that is restored, where there is one. */
  | { kind: 'begin'; what: Act; name?: string | undefined; there: There }
  /** A copy, a restore or a change of key goes on to its next step. */
  | { kind: 'step' }
  | { kind: 'ack'; what: 'save' | 'issue'; id: string; number?: string | null }
  /** A copy on the stick is told only where it was verified. */
  | { kind: 'ack'; what: 'snapshot' | 'copy' | 'restore'; name: string }
  | { kind: 'ack'; what: 'rekey' }
  | { kind: 'opening' }
  /** The snapshot before the first step of a migration is there. */
  | { kind: 'copied' }
  | { kind: 'opened'; ms: number }
