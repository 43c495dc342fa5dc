import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { useDrafts } from '#renderer/shell/drafts.ts'
import { problemText } from '#renderer/shell/problem-text.ts'
import { clockTime } from '#renderer/shell/clock-time.ts'
import { useSession } from '#renderer/shell/session.tsx'
import { say } from '#renderer/shell/toasts.ts'
import { refusalOf, type Refusal } from '#renderer/components/form/refusal.ts'
import { Dialog } from '#renderer/components/layers/dialog.tsx'
import type { Project } from './project-texts.ts'

/** Takes a project out after one question; what stood in it stays in the journal. */
export function RemoveProject(props: { project: Project; onRemoved: () => void }) {
  const { id, version, data } = props.project
  const { t } = useTranslation()
  const drafts = useDrafts()
  const session = useSession()
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const remove = async () => {
    setBusy(true)
    try {
      await client.projects.remove({
        requestId: crypto.randomUUID(),
        data: { id, version },
      })
      // Nothing half-written is left of a record that is gone.
      await drafts.discard(`projects:${id}`).catch(() => undefined)
      say(t('projects:removed'), { tone: 'ok' })
      props.onRemoved()
    } catch (error) {
      setAsked(false)
      const refusal = refusalOf(error)
      if (refusal.kind === 'locked') await session.refresh()
      for (const text of reasons(refusal)) say(text, { tone: 'warn' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setAsked(true)
        }}
      >
        {t('projects:remove')}
      </Button>
      {asked ? (
        <Dialog
          title={t('projects:removeAsk')}
          onClose={() => {
            setAsked(false)
          }}
          cancelLabel={t('projects:keep')}
          action={{
            label: t('projects:remove'),
            destroys: true,
            busy,
            run: () => void remove(),
          }}
        >
          <p lang="bg">{data.name}</p>
          <p>{t('projects:removeNote')}</p>
        </Dialog>
      ) : null}
    </>
  )
}

function reasons(refusal: Refusal): string[] {
  switch (refusal.kind) {
    case 'problems':
      return refusal.problems.map((problem) => problemText(problem))
    case 'retry':
      return [problemText(refusal.problem)]
    case 'conflict': {
      const { changedBy, changedAt } = refusal.conflict
      const time = clockTime(new Date(changedAt))
      return [problemText({ code: 'staleVersion', params: { changedBy, time } })]
    }
    case 'locked':
      return []
  }
}
