import { Button } from '@mantine/core'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { PrintButton } from '#renderer/components/display/print-button.tsx'
import type { Action } from '#renderer/components/steps/use-action.ts'
import { sendToPrinter } from '#renderer/features/papers/send-to-printer.ts'
import type { Asked, EventFound } from './found.ts'

/** The quieter steps beside the main one. */
export function EventSteps(props: {
  event: EventFound
  action: Action
  onAsk: (asked: Asked) => void
}) {
  const { event, action, onAsk } = props
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const { id, stored, people, input } = event
  if (stored === 'cancelled') return null
  const writes = may('events.write')
  const button = (label: string, run: () => void) => (
    <Button variant="default" onClick={run}>
      {label}
    </Button>
  )
  return (
    <>
      {people.length > 0 ? (
        <PrintButton
          label={t('events:step.print')}
          run={() =>
            void action.run('print', { id }, ({ data }) => client.events.printPresence(data), {
              said: null,
              then: (pdf) => {
                sendToPrinter(pdf)
              },
            })
          }
        />
      ) : null}
      {writes && stored === 'planned' && people.length > 0
        ? button(t('events:step.join'), () => {
            onAsk('join')
          })
        : null}
      {writes && input.kind === 'supervision'
        ? button(t('events:step.findings'), () => {
            onAsk('findings')
          })
        : null}
      {writes
        ? button(t('events:step.edit'), () => {
            goTo(addressOf(routes.editEvent, id))
          })
        : null}
      {writes && stored === 'planned'
        ? button(t('events:step.cancel'), () => {
            onAsk('cancel')
          })
        : null}
    </>
  )
}
