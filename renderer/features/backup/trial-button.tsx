import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { RestoreStep } from '#domain/backup/schema.ts'
import { client } from '#renderer/shell/client.ts'
import { refresh } from '#renderer/shell/refresh.ts'
import { useStore } from '#renderer/shell/store.ts'
import { say } from '#renderer/shell/toasts.ts'
import type { CopySource } from './restore-types.ts'
import { createLongWork } from './work.ts'

const trialWork = createLongWork<RestoreStep, { kind: 'done' }>()

/** A restore into a folder that goes again: shows that the copy would come back whole. */
export function TrialButton({ source, at }: { source: CopySource; at: string }) {
  const { t } = useTranslation()
  const running = useStore(trialWork.state).kind === 'running'
  const run = async () => {
    const ended = await trialWork.start(t('backup:trialWorking'), async (signal) =>
      asWork(await client.restore.trial({ source }, { signal })),
    )
    if (ended.kind === 'done') say(t('backup:trialDone', { at }), { tone: 'ok' })
    if (ended.kind === 'failed') say(ended.problem, { tone: 'bad' })
    trialWork.clear()
    await refresh()
  }
  return (
    <button type="button" className="o-link-button" disabled={running} onClick={() => void run()}>
      {t('backup:trial')}
    </button>
  )
}

async function* asWork(messages: Awaited<ReturnType<typeof client.restore.trial>>) {
  for await (const message of messages)
    yield message.kind === 'done' ? { kind: 'done' as const } : message
}
