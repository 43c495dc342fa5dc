import type { ReactNode } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useSession, useSessionState } from '#renderer/shell/session.tsx'
import { useStore } from '#renderer/shell/store.ts'
import type { Outputs } from '#electron/api/router.ts'
import { Consequences, type Consequence } from './consequences.tsx'
import { CopyFacts } from './copy-facts.tsx'
import { FilesMissing, RestoreFailure, goesOnWithout } from './restore-failure.tsx'
import type { CopySecret } from './restore-types.ts'
import { restoreWork, runRestore, type RestoreStream } from './restore-work.ts'
import { SecretForm } from './secret-form.tsx'

type Look = Outputs['restore']['look']

/** What the copy holds, what becomes so, who opens it: the same with a session and without one. */
export function RestoreForm(props: {
  copy: Look['copy']
  here?: Look['here']
  profiles: Look['profiles']
  consequences: readonly Consequence[]
  backLabel: string
  onBack: () => void
  ask: (
    given: { secret: CopySecret; withoutMissingFiles: boolean },
    options: { signal: AbortSignal },
  ) => Promise<RestoreStream>
  /** What would be lost, between what is there and what becomes of it. */
  children?: ReactNode
}) {
  const { t } = useTranslation()
  const session = useSession()
  const state = useSessionState()
  const without = goesOnWithout(useStore(restoreWork.state))
  return (
    <>
      <RestoreFailure />
      <CopyFacts copy={props.copy} {...(props.here ? { here: props.here } : {})} />
      {props.children}
      <Consequences lines={props.consequences} />
      <SecretForm
        title={t('backup:restoreTitle')}
        profiles={props.profiles}
        own={state.status === 'open' ? state.account.displayName : undefined}
        whoHint={t('backup:whoHint')}
        passwordLabel={t('backup:password')}
        saveLabel={t(without ? 'backup:runAnyway' : 'backup:run')}
        backLabel={props.backLabel}
        onBack={props.onBack}
        onSecret={(secret) =>
          runRestore(session, t, (signal) =>
            props.ask({ secret, withoutMissingFiles: without }, { signal }),
          )
        }
      >
        <FilesMissing />
      </SecretForm>
    </>
  )
}
