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
  /** What may be drawn; named more often, drawn more often. */
  what: Begun['what'][]
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

export interface Begun {
  what: 'save' | 'issue' | 'snapshot' | 'copy' | 'rekey' | 'restore' | 'restoreFromStick'
}

export type Said =
  | { kind: 'state'; state: State }
  /** `name`: the copy that is restored. */
  | { kind: 'begin'; what: Begun['what']; name?: string; there: There }
  | { kind: 'ack'; what: 'save' | 'issue'; id: string; number?: string | null }
  /** A copy on the stick is told only where it was verified. */
  | { kind: 'ack'; what: 'snapshot' | 'copy' | 'restore'; name: string }
  | { kind: 'ack'; what: 'rekey' }
  | { kind: 'opening' }
  /** The snapshot before the first step of a migration is there. */
  | { kind: 'copied' }
  | { kind: 'opened'; ms: number }
