import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { formatInstant } from '#domain/text/format.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { refresh } from '#renderer/shell/refresh.ts'
import { useStore } from '#renderer/shell/store.ts'
import { say } from '#renderer/shell/toasts.ts'
import { createLongWork } from './work.ts'
import { WorkProgress } from './work-progress.tsx'

const steps = ['integrity', 'foreignKeys', 'audit', 'files', 'registers'] as const
type Step = (typeof steps)[number]
interface Checked {
  kind: 'done'
  clean: boolean
}

const checkWork = createLongWork<Step, Checked>()

/** When all of the data were last checked, and a check right now. */
export function OfficeCheck() {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.health.condition.queryOptions({ input: {} }))
  const state = useStore(checkWork.state)
  const run = async () => {
    const ended = await checkWork.start(t('backup:condition.working'), async (signal) =>
      asWork(await client.health.verify({}, { signal })),
    )
    // What is wrong stands in the notice above.
    if (ended.kind === 'done' && ended.result.clean) say(t('backup:condition.done'), { tone: 'ok' })
    if (ended.kind === 'failed') say(ended.problem, { tone: 'bad' })
    checkWork.clear()
    await refresh()
  }
  if (!data) return null
  const { lastFull } = data
  return (
    <section aria-labelledby="backup-condition">
      <h2 id="backup-condition">{t('backup:condition.title')}</h2>
      <p className="o-small o-muted">{t('backup:condition.what', { count: data.everyDays })}</p>
      <p>
        {lastFull
          ? t(`backup:condition.${lastFull.clean ? 'clean' : 'notClean'}`, {
              at: formatInstant(lastFull.at),
            })
          : t('backup:condition.never')}
      </p>
      {state.kind === 'running' ? (
        <WorkProgress
          state={state}
          steps={steps}
          stepText={(step) => t(`backup:condition.step.${step}`)}
          onStop={checkWork.stop}
        />
      ) : (
        <button type="button" className="o-link-button" onClick={() => void run()}>
          {t('backup:condition.run')}
        </button>
      )}
    </section>
  )
}

async function* asWork(messages: Awaited<ReturnType<typeof client.health.verify>>) {
  for await (const message of messages)
    if (message.kind === 'progress') yield message
    else if (message.kind === 'done') yield { kind: 'done' as const, clean: message.report.ok }
}
