import { BackupFailed } from '#db/backup/errors.ts'
import { DatabaseDamaged, DiskFull, typedDatabaseError } from '#db/errors.ts'
import { listChecks } from '#db/queries/office-checks.ts'
import { findingsOf } from '#db/verify.ts'
import {
  fullCheckDue,
  type CheckDepth,
  type Finding,
  type OfficeCheck,
} from '#domain/backup/office-check.ts'
import { mediaIn } from '#electron/api/audit/anchors.ts'
import { settingValue } from '#electron/api/kernel/settings.ts'
import { noteCheck } from '#electron/api/health/note.ts'
import type { OfficeDoor } from '#electron/api/kernel/office-door.ts'
import type { JobMessage, Jobs } from '#electron/api/kernel/jobs.ts'
import { JobStopped } from './jobs.ts'

/** How long after the database was opened: the first pages are wanted first. */
const waits: Record<CheckDepth, number> = { quick: 30_000, full: 180_000 }
/** After a check that did not come to its end. */
const againMs = 3_600_000

export interface SelfCheckOptions {
  office(): OfficeDoor
  verify(order: Jobs['verify']['order'], signal: AbortSignal): AsyncGenerator<JobMessage<'verify'>>
  /** Keeps the database open meanwhile. */
  hold(): () => void
  /** TESTS ONLY: the office checks nothing by itself. */
  never: boolean
  /** TESTS ONLY: how long after the database was opened it begins. */
  afterMs: number | undefined
}

/**
 * The office looks at its own data by itself: quickly once after each start, and all of it when the
 * last full check is older than the setting says. It gives way to everything else that is long.
 */
export function createSelfCheck({ office, verify, hold, never, afterMs }: SelfCheckOptions) {
  let openSince: number | undefined
  let quickDone = false
  let failedAt = -againMs
  let askedAt = -againMs
  let running: { stop: AbortController; ended: Promise<void> } | undefined
  let unwritten: OfficeCheck | null = null

  const due = (): CheckDepth | undefined => {
    const { vault, busy, copies } = office()
    if (!vault.isOpen) {
      openSince = undefined
      return undefined
    }
    openSince ??= performance.now()
    if (busy !== null || copies.running !== null) return undefined
    if (performance.now() - failedAt < againMs) return undefined
    const openFor = performance.now() - openSince
    if (!quickDone) return openFor < (afterMs ?? waits.quick) ? undefined : 'quick'
    if (openFor < (afterMs ?? waits.full)) return undefined
    const { orm } = vault.database()
    const everyDays = settingValue(orm, 'fullCheckDays', office().today())
    return fullCheckDue(listChecks(orm), office().now(), everyDays) ? 'full' : undefined
  }

  const found = (findings: Finding[]): OfficeCheck => ({
    ...{ depth: 'quick', findings },
    checkedAt: office().now(),
  })

  const run = async (depth: CheckDepth, signal: AbortSignal) => {
    const { orm } = office().vault.database()
    const media = await mediaIn(office(), orm)
    for await (const message of verify({ anchors: [], media, depth }, signal)) {
      if (message.kind !== 'done') continue
      if (depth === 'quick') quickDone = true
      unwritten = found(findingsOf(message.report))
      noteCheck(office(), message.report, { depth, actor: null })
      unwritten = null
    }
  }

  /** Also where only what is due was asked: on a page that does not read that may fail as well. */
  const failed = (thrown: unknown) => {
    failedAt = performance.now()
    const error = typedDatabaseError(thrown)
    if (isDamaged(error)) unwritten = found([{ kind: 'structure', count: 1 }])
    else if (!(error instanceof DiskFull)) office().logFault('check', error)
  }

  const start = async (depth: CheckDepth) => {
    const stop = new AbortController()
    let end = () => {}
    const own = { stop, ended: new Promise<void>((resolve) => (end = resolve)) }
    running = own
    const release = hold()
    try {
      await run(depth, stop.signal)
    } catch (thrown) {
      if (!stop.signal.aborted && !(thrown instanceof JobStopped)) failed(thrown)
    } finally {
      running = undefined
      end()
      release()
    }
  }

  return {
    /** What was found and could not be written down: the database itself may be what is damaged. */
    get unwritten(): OfficeCheck | null {
      return unwritten
    },
    /** Called every few seconds. Resolves when what it began has ended. */
    async beat(): Promise<void> {
      if (never || running) return
      try {
        const depth = due()
        if (depth) await start(depth)
      } catch (thrown) {
        failed(thrown)
      }
    },
    /** Gives way; what was not finished is begun anew later. */
    async stop(): Promise<void> {
      running?.stop.abort()
      await running?.ended
    },
    /** Resolves when what runs has ended. */
    async ended(): Promise<void> {
      await running?.ended
    },
    /** Looks quickly with the next beat; once an hour, since whoever meets damage meets it at every call. */
    soon(): void {
      if (performance.now() - askedAt < againMs) return
      askedAt = performance.now()
      failedAt = -againMs
      quickDone = false
    },
    /** Another database stands there now. */
    forget(): void {
      unwritten = null
      askedAt = -againMs
      quickDone = false
      openSince = undefined
    },
  }
}

function isDamaged(error: unknown): boolean {
  if (error instanceof BackupFailed) return error.problem === 'databaseDamaged'
  return error instanceof DatabaseDamaged
}
