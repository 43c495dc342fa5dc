import type { RestoreStep } from '#domain/backup/schema.ts'
import { formatInstant } from '#domain/text/format.ts'
import type { Translate } from '#renderer/shell/use-translation.ts'
import type { ApiClient } from '#renderer/shell/client.ts'
import { sayAtLogIn } from '#renderer/shell/log-in-notice.ts'
import type { Session } from '#renderer/shell/session.tsx'
import { createLongWork } from './work.ts'

type Yielded<T> = T extends AsyncIterable<infer M> ? M : never
export type RestoreStream = Awaited<ReturnType<ApiClient['restore']['run']>>
export type Restored = Extract<Yielded<RestoreStream>, { kind: 'done' }>

/** The restore that runs from this window; the office is closed for everybody meanwhile. */
export const restoreWork = createLongWork<RestoreStep, Restored>({ toItsEnd: true })

/**
 * Runs it to its end and reads the session again: everybody was logged out, and what came back is
 * said where one logs in. Throws what the office says of the secret.
 */
export async function runRestore(
  session: Session,
  t: Translate,
  ask: (signal: AbortSignal) => Promise<RestoreStream>,
): Promise<void> {
  const ended = await restoreWork.start(t('backup:restoreWorking'), ask)
  if (ended.kind === 'done') {
    const { copyCreatedAt, missingFiles, auditWhole } = ended.result
    sayAtLogIn([
      t('backup:restored', { at: formatInstant(copyCreatedAt) }),
      ...(missingFiles > 0 ? [t('backup:restoredMissing', { count: missingFiles })] : []),
      ...(auditWhole ? [] : [t('backup:restoredChain')]),
      t('backup:restoredNext'),
    ])
    restoreWork.clear()
  }
  await session.refresh()
}
