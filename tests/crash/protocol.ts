/** What the parent and the process that is killed say to each other. */
export interface Order {
  kind: 'office' | 'migrate'
  dir: string
  stick: string
  papers: string
  jobs: string
  password: string
  seed: number
  /** What may be drawn; named more often, drawn more often. */
  what: Begun['what'][]
}

/** What a restore may bring back, and which restores the database tells of. */
export interface There {
  /** Names of the whole ones. */
  snapshots: string[]
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
  what: 'save' | 'issue' | 'snapshot' | 'copy' | 'rekey' | 'restore'
}

export type Said =
  | { kind: 'state'; state: State }
  | { kind: 'begin'; what: Begun['what']; name?: string; there: There }
  | { kind: 'ack'; what: 'save' | 'issue'; id: string; number?: string | null }
  | { kind: 'ack'; what: 'snapshot' | 'restore'; name: string }
  | { kind: 'ack'; what: 'copy' | 'rekey' }
  | { kind: 'migrated'; before: number; whole: boolean; rows: number }
