import type { CheckDepth } from '#domain/backup/office-check.ts'
import type { CopyRule } from '#domain/backup/retention.ts'
import type { CopyManifest, CopyOccasion, CopyStep, RestoreStep } from '#domain/backup/schema.ts'
import type { AuditAnchor } from '#db/audit/anchors.ts'
import type { SeenMedium } from '#db/backup/anchors.ts'
import type { CopyResult, WrittenCopy } from '#db/backup/copy.ts'
import type { MediumFound, MediumNames } from '#db/backup/medium.ts'
import type { RememberedCopy } from '#db/backup/prune.ts'
import type { Rekeyed, RekeyOrder } from '#db/backup/rekey.ts'
import type { StagedRestore, StageOrder } from '#db/backup/restore.ts'
import type { ChainReport, VerifyReport, VerifyStep } from '#db/verify.ts'
import type { JournalFilter } from '#db/queries/audit-journal.ts'
import type { JournalKind } from '#domain/audit/actions.ts'
import type { Role } from '#domain/accounts/roles.ts'
import type { ListId } from '#domain/lists/register.ts'
import type { ListQuestion } from '#domain/lists/shape.ts'

/** What the page, and so what it is handed, speaks. */
export type Language = 'bg' | 'en'

/** Which rows of the journal are handed out, to whom and in which language. */
export interface JournalExport {
  filter: JournalFilter
  /** The filter as it was asked: its words stand above the rows. */
  asked: {
    personId?: string | undefined
    actor?: string | null | undefined
    kind?: JournalKind | undefined
    from?: string | undefined
    to?: string | undefined
  }
  roles: readonly Role[]
  language: Language
}

/** Which list is handed out, as whom it was asked, and as what. */
export interface ListExport {
  list: ListId
  question: ListQuestion
  roles: readonly Role[]
  accountId: string
  /** Civil date of the question. */
  today: string
  language: Language
  format: 'xlsx' | 'json'
}

/** A file that is handed out in pieces. */
export type WorkbookOrder = ({ of: 'journal' } & JournalExport) | ({ of: 'list' } & ListExport)

export interface SnapshotResult {
  /** Null: skipped, because the last one is young enough. */
  made: { name: string; manifest: CopyManifest } | null
  pruned: string[]
}

/** What each job is asked, tells meanwhile and answers. */
export interface Jobs {
  verify: {
    order: {
      anchors: readonly AuditAnchor[]
      media: readonly SeenMedium[]
      depth: CheckDepth
    }
    step: VerifyStep
    note: never
    report: VerifyReport
  }
  snapshot: {
    order: { occasion: CopyOccasion; madeBy: string | null; olderThanMs: number }
    step: never
    /** Something that was put aside has gone by its rule. */
    note: { name: string; bytes: number }
    report: SnapshotResult
  }
  copy: {
    order: {
      place: string
      names: MediumNames
      madeBy: string | null
    }
    step: CopyStep
    note: { medium: MediumFound; copy: WrittenCopy }
    report: CopyResult
  }
  check: {
    order: { place: string; officeId: string; mediumId: string; name: string; wasAway: boolean }
    step: CopyStep
    note: never
    /** False: reading past the cache is refused, nothing can be said yet. */
    report: { read: boolean }
  }
  nameMedium: {
    order: { place: string; officeId: string; mediumId: string; name: string }
    step: never
    note: never
    report: object
  }
  chain: {
    order: { media: readonly SeenMedium[] }
    step: 'audit'
    note: never
    report: ChainReport
  }
  workbook: {
    order: WorkbookOrder
    step: 'rows'
    /** A part of the file; `rows` is how many the whole will have. */
    note: { base64: string; rows: number }
    report: { rows: number }
  }
  stageRestore: { order: StageOrder; step: RestoreStep; note: never; report: StagedRestore }
  rekey: { order: RekeyOrder; step: RestoreStep; note: never; report: Rekeyed }
  prune: {
    order: {
      place: string
      officeId: string
      remembered: RememberedCopy[]
      keep: number
      /** Id of the copy that was made just now. */
      made: string
    } & Required<CopyRule>
    step: never
    note: never
    report: { pruned: string[] }
  }
}
export type JobKind = keyof Jobs

export interface JobProgress<S = string> {
  kind: 'progress'
  step: S
  done: number
  total: number
}
export type JobMessage<K extends JobKind = JobKind> =
  | JobProgress<Jobs[K]['step']>
  | { kind: 'note'; note: Jobs[K]['note'] }
  | { kind: 'done'; report: Jobs[K]['report'] }
