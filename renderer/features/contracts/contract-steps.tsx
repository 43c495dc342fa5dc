import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { PrintButton } from '#renderer/components/display/print-button.tsx'
import { ConfirmDialog } from '#renderer/components/steps/confirm-dialog.tsx'
import type { Action } from '#renderer/components/steps/use-action.ts'
import type { Contract } from './found.ts'

export type Mode = 'view' | 'issue' | 'print' | 'sign' | 'terminate' | 'annul'

/** The quieter steps beside the main one. */
export function ContractSteps(props: {
  contract: Contract
  action: Action
  printIsMain: boolean
  signIsMain: boolean
  onMode: (mode: Mode) => void
}) {
  const { contract, action, onMode } = props
  const { t } = useTranslation()
  const may = useMay()
  const [asked, setAsked] = useState(false)
  const { id, version, steps, paper } = contract
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
          onClick={() => void action.run('sendOut', { id, version }, client.contracts.sendOut)}
        >
          {t('contracts:event.sendOut')}
        </Button>
      ) : null}
      {steps.includes('markSigned') && !props.signIsMain
        ? button(t('contracts:event.markSigned'), 'sign')
        : null}
      {steps.includes('terminate') ? button(t('contracts:event.terminate'), 'terminate') : null}
      {steps.includes('annul') ? button(t('contracts:event.annul'), 'annul') : null}
      {contract.status === 'draft' && may('contracts.write') ? (
        <Button
          variant="default"
          onClick={() => {
            setAsked(true)
          }}
        >
          {t('contracts:deleteDraft')}
        </Button>
      ) : null}
      {asked ? (
        <DeleteDraft
          contract={contract}
          onClose={() => {
            setAsked(false)
          }}
        />
      ) : null}
    </>
  )
}

function DeleteDraft({ contract, onClose }: { contract: Contract; onClose: () => void }) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const { id, version, person } = contract
  return (
    <ConfirmDialog
      title={t('contracts:confirmDelete', { name: person.name })}
      lead={<p>{t('contracts:deleteNote')}</p>}
      label={t('contracts:deleteDraft')}
      keepLabel={t('contracts:keep')}
      data={{ id, version }}
      call={client.contracts.deleteDraft}
      said={null}
      done={() => {
        goTo(addressOf(routes.person, person.id))
      }}
      onClose={onClose}
    />
  )
}
