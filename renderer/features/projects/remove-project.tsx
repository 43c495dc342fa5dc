import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { useDrafts } from '#renderer/shell/drafts.ts'
import { ConfirmDialog } from '#renderer/components/steps/confirm-dialog.tsx'
import type { Project } from './project-texts.ts'

/** Takes a project out after one question; what stood in it stays in the journal. */
export function RemoveProject(props: { project: Project; onRemoved: () => void }) {
  const { id, version, data } = props.project
  const { t } = useTranslation()
  const drafts = useDrafts()
  const [asked, setAsked] = useState(false)
  const ask = (open: boolean) => () => {
    setAsked(open)
  }
  return (
    <>
      <Button variant="default" onClick={ask(true)}>
        {t('projects:remove')}
      </Button>
      {asked ? (
        <ConfirmDialog
          title={t('projects:removeAsk')}
          lead={
            <>
              <p lang="bg">{data.name}</p>
              <p>{t('projects:removeNote')}</p>
            </>
          }
          label={t('projects:remove')}
          keepLabel={t('projects:keep')}
          data={{ id, version }}
          call={client.projects.remove}
          said={() => t('projects:removed')}
          done={() => {
            // Nothing half-written is left of a record that is gone.
            void drafts.discard(`projects:${id}`).catch(() => undefined)
            props.onRemoved()
          }}
          onClose={ask(false)}
        />
      ) : null}
    </>
  )
}
