import { useEffect } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Progress } from '#renderer/components/display/progress.tsx'
import { Dialog } from '#renderer/components/layers/dialog.tsx'
import { closingAsked, stopAndClose } from '../closing.ts'
import { runningWork } from '#renderer/shell/running-work.ts'
import { useStore } from '#renderer/shell/store.ts'

/** Closing the window in the middle of a copy would leave none: it waits, or somebody stops it. */
export function ClosingQuestion() {
  const { t } = useTranslation()
  const asked = useStore(closingAsked)
  const work = useStore(runningWork)
  const isRunning = work.length > 0
  useEffect(() => {
    // Its end is seen on its page; the next work asks anew.
    if (!isRunning) closingAsked.set(false)
  }, [isRunning])
  if (!asked || !isRunning) return null
  const wait = () => {
    closingAsked.set(false)
  }
  return (
    <Dialog
      title={t('shell:closing.title')}
      onClose={wait}
      cancelLabel={t('shell:closing.wait')}
      action={{ label: t('shell:closing.stop'), run: stopAndClose, destroys: true }}
    >
      {work.map(({ id, label, done, total, unit, startedAt }) => (
        <Progress key={id} {...{ label, done, total, unit, startedAt }} />
      ))}
      <p>{t('shell:closing.text')}</p>
    </Dialog>
  )
}
