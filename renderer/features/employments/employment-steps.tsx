import { Button } from '@mantine/core'
import { useState } from 'react'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { PrintButton } from '#renderer/components/display/print-button.tsx'
import { ConfirmDialog } from '#renderer/components/steps/confirm-dialog.tsx'
import type { Action } from '#renderer/components/steps/use-action.ts'
import type { Employment } from './found.ts'

export type Mode =
  'view' | 'issue' | 'print' | 'sign' | 'annex' | 'suspend' | 'resume' | 'end' | 'annul'

/** The quieter steps beside the main one. */
export function EmploymentSteps(props: {
  employment: Employment
  action: Action
  printIsMain: boolean
  signIsMain: boolean
  onMode: (mode: Mode) => void
}) {
  const { employment, action, onMode } = props
  const { t } = useTranslation()
  const may = useMay()
  const [asked, setAsked] = useState(false)
  const { id, version, steps, paper } = employment
  const button = (label: string, mode: Mode) => (
    <Button
      variant="default"
      onClick={() => {
        onMode(mode)
      }}
    >
      {label}
    </Button>
  )
  const isRunning = employment.status === 'signed' || employment.status === 'inForce'
  return (
    <>
      {paper && may('papers.print') && !props.printIsMain ? (
        <PrintButton
          label={t('papers:step.print')}
          run={() => {
            onMode('print')
          }}
        />
      ) : null}
      {steps.includes('sendOut') && paper?.status === 'printed' ? (
        <Button
          variant="default"
          loading={action.busy}
          onClick={() => void action.run('sendOut', { id, version }, client.employments.sendOut)}
        >
          {t('employments:event.sendOut')}
        </Button>
      ) : null}
      {steps.includes('markSigned') && !props.signIsMain
        ? button(t('employments:event.markSigned'), 'sign')
        : null}
      {isRunning && may('employments.write') ? button(t('employments:event.annex'), 'annex') : null}
      {steps.includes('suspend') ? button(t('employments:event.suspend'), 'suspend') : null}
      {steps.includes('resume') ? button(t('employments:event.resume'), 'resume') : null}
      {steps.includes('end') ? button(t('employments:event.end'), 'end') : null}
      {steps.includes('annul') ? button(t('employments:event.annul'), 'annul') : null}
      {employment.status === 'draft' && may('employments.write') ? (
        <Button
          variant="default"
          onClick={() => {
            setAsked(true)
          }}
        >
          {t('employments:deleteDraft')}
        </Button>
      ) : null}
      {asked ? (
        <DeleteDraft
          employment={employment}
          onClose={() => {
            setAsked(false)
          }}
        />
      ) : null}
    </>
  )
}

function DeleteDraft({ employment, onClose }: { employment: Employment; onClose: () => void }) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const { id, version, person } = employment
  return (
    <ConfirmDialog
      title={t('employments:confirmDelete', { name: person.name })}
      lead={<p>{t('employments:deleteNote')}</p>}
      label={t('employments:deleteDraft')}
      keepLabel={t('employments:keep')}
      data={{ id, version }}
      call={client.employments.deleteDraft}
      said={null}
      done={() => {
        goTo(addressOf(routes.person, person.id))
      }}
      onClose={onClose}
    />
  )
}
