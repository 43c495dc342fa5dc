import { useEffect, useState } from 'react'
import { formatInstant } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, type ApiClient } from '#renderer/shell/client.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { useStore } from '#renderer/shell/store.ts'
import { firstProblem } from '#renderer/components/form/refusal.ts'
import { setupToken } from '#renderer/features/login/setup-token.ts'
import { FindCopy, FoundCopies } from './find-copy.tsx'
import { RestoreForm } from './restore-form.tsx'
import type { CopySource } from './restore-types.ts'
import { RestoreProgress } from './restore-progress.tsx'
import { restoreWork } from './restore-work.ts'
import classes from './backup.module.css'

type State = Awaited<ReturnType<ApiClient['rescue']['state']>>
type Look = Awaited<ReturnType<ApiClient['rescue']['look']>>

const lookAgainMs = 5_000
const withToken = () => {
  const token = setupToken()
  return token === undefined ? {} : { token }
}

/** Bringing an office back where nobody can log in: snapshots, sticks that are in, a place by its path. */
export function Rescue() {
  const [source, setSource] = useState<CopySource>()
  return source ? (
    <Chosen
      source={source}
      onBack={() => {
        restoreWork.clear()
        setSource(undefined)
      }}
    />
  ) : (
    <Sources onChoose={setSource} />
  )
}

function Sources({ onChoose }: { onChoose: (source: CopySource) => void }) {
  const { t } = useTranslation()
  const [state, setState] = useState<State>()
  useEffect(() => {
    let gone = false
    const ask = async () => {
      // A stick that is put in later is found too; an office that is silent is asked again.
      const answer = await client.rescue.state(withToken()).catch(() => undefined)
      if (!gone && answer) setState(answer)
    }
    void ask()
    const timer = setInterval(() => void ask(), lookAgainMs)
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [])
  const problemText = useProblemText()
  const newest = state?.snapshots.find((one) => one.problem === null)
  const newer = state?.snapshots.slice(0, newest && state.snapshots.indexOf(newest)) ?? []
  return (
    <>
      {newer.map(({ name, createdAt, problem, params }) => (
        <p key={name}>
          {t('backup:rescue.unread', {
            at: formatInstant(createdAt),
            why: problem === null ? '' : problemText({ code: problem, params }),
          })}
        </p>
      ))}
      {state && state.reason !== null ? (
        newest ? (
          <p>
            {t('backup:rescue.newest')}: {formatInstant(newest.createdAt)}{' '}
            <button
              type="button"
              className="o-link-button"
              aria-label={t('backup:restoreOf', { at: formatInstant(newest.createdAt) })}
              onClick={() => {
                onChoose({ kind: 'snapshot', name: newest.name })
              }}
            >
              {t('backup:restore')}
            </button>
          </p>
        ) : (
          <p>{t('backup:rescue.noSnapshots')}</p>
        )
      ) : null}
      <section aria-labelledby="rescue-drives">
        <h2 id="rescue-drives">{t('backup:drives')}</h2>
        {state && state.onDrives.length > 0 ? (
          <FoundCopies found={state.onDrives} onChoose={onChoose} />
        ) : (
          <p>{t('backup:drivesNone')}</p>
        )}
      </section>
      <section aria-labelledby="rescue-find">
        <h2 id="rescue-find">{t('backup:restoreFind')}</h2>
        <FindCopy
          onChoose={onChoose}
          find={(place) => client.rescue.find({ ...withToken(), place })}
        />
      </section>
    </>
  )
}

function Chosen({ source, onBack }: { source: CopySource; onBack: () => void }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const work = useStore(restoreWork.state)
  const [look, setLook] = useState<Look>()
  const [refused, setRefused] = useState<string>()
  useEffect(() => {
    void client.rescue.look({ ...withToken(), source }).then(setLook, (error: unknown) => {
      setRefused(problemText(firstProblem(error)))
    })
  }, [source, problemText])
  if (work.kind === 'running' && work.step !== undefined) return <RestoreProgress state={work} />
  return (
    <>
      {refused === undefined ? null : (
        <div className={classes.notice} data-tone="bad" role="alert">
          <p>{refused}</p>
          <button type="button" className="o-link-button" onClick={onBack}>
            {t('backup:backToStart')}
          </button>
        </div>
      )}
      {look ? (
        <RestoreForm
          {...look}
          consequences={['aside', 'passwords', 'numbers']}
          backLabel={t('backup:backToStart')}
          onBack={onBack}
          ask={(given, options) => client.rescue.run({ ...withToken(), source, ...given }, options)}
        />
      ) : null}
    </>
  )
}
