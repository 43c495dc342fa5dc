import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { copySteps } from '#domain/backup/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { refresh } from '#renderer/shell/refresh.ts'
import { useStore } from '#renderer/shell/store.ts'
import type { Overview } from './backup-texts.ts'
import { copyWork, type CopyDone } from './copy-work.ts'
import { PlaceFields, placeOf, type ChosenPlace } from './place-fields.tsx'
import { WorkProgress } from './work-progress.tsx'
import classes from './backup.module.css'

const drivesAgainMs = 5_000

/** One button: the stick that is in, the copy, and what came of it. */
export function MakeCopy({
  media = [],
  onDone,
}: {
  media?: Overview['media']
  onDone?: () => void
}) {
  const { t } = useTranslation()
  const work = useStore(copyWork.state)
  const [own, setOwn] = useState<ChosenPlace>()
  const { data: drives } = useQuery({
    ...orpc.backup.drives.queryOptions({ input: {} }),
    refetchInterval: work.kind === 'running' ? false : drivesAgainMs,
  })
  // The stick of the office before others, one that can be taken out before a fixed disk.
  const folders = media.filter(
    ({ seenNow, place }) => seenNow && !drives?.some((one) => one.place === place),
  )
  const likely = drives?.find((one) => one.medium) ?? drives?.find((one) => one.removable)
  const chosen = own ?? {
    drive: likely?.place ?? folders[0]?.place ?? '',
    folder: '',
    name: likely?.medium === null ? likely.label : '',
  }
  const place = placeOf(chosen)
  const [missing, setMissing] = useState(false)
  const start = async () => {
    setMissing(place === '')
    if (place === '') return
    const name = chosen.name.trim()
    const ended = await copyWork.start(t('backup:working'), (signal) =>
      client.backup.make({ place, ...(name === '' ? {} : { mediumName: name }) }, { signal }),
    )
    await refresh()
    if (ended.kind === 'done') onDone?.()
  }
  if (work.kind === 'running')
    return (
      <section className={classes.make} aria-label={t('backup:make')}>
        <WorkProgress
          state={work}
          steps={copySteps}
          stepText={(step) => t(`backup:step.${step}`)}
          onStop={copyWork.stop}
        />
      </section>
    )
  return (
    <section className={classes.make} aria-label={t('backup:make')}>
      <Outcome />
      <PlaceFields drives={drives} folders={folders} chosen={chosen} onChoose={setOwn} />
      {missing && place === '' ? <p role="alert">{t('backup:choosePlace')}</p> : null}
      <Button data-arrival onClick={() => void start()}>
        {t('backup:make')}
      </Button>
    </section>
  )
}

/** What became of the last copy, until the next one. */
function Outcome() {
  const { t } = useTranslation()
  const work = useStore(copyWork.state)
  if (work.kind === 'stopped')
    return (
      <div className={classes.notice} role="status">
        <p>{t('backup:stopped')}</p>
      </div>
    )
  if (work.kind === 'failed')
    return (
      <div className={classes.notice} data-tone="bad" role="alert">
        <p>{work.problem}</p>
      </div>
    )
  if (work.kind !== 'done') return null
  const { reason, copy } = work.result
  const { state } = copy
  // Putting the medium in again brings no document back.
  const told = state === 'written' && reason === 'filesMissing' ? 'incomplete' : state
  const tone = state === 'verified' ? 'ok' : state === 'failed' ? 'bad' : 'warn'
  return (
    <div className={classes.notice} data-tone={tone} role="status">
      <p>
        <strong>{t(`backup:done.${told}`)}</strong>
      </p>
      {more(work.result).map(([key, count]) => (
        <p key={key}>{t(`backup:done.${key}`, { count })}</p>
      ))}
    </div>
  )
}

function more(result: Partial<CopyDone>) {
  const lines = [
    ['missing', result.missingFiles ?? 0],
    ['healed', result.healedFiles ?? 0],
    ['pruned', result.prunedCopies ?? 0],
    ['sameDisk', result.sameDisk ? 1 : 0],
    ['remove', result.copy?.state === 'verified' && !result.sameDisk ? 1 : 0],
  ] as const
  return lines.filter(([, count]) => count > 0)
}
