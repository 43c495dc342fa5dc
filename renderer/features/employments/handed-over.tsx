import { Button } from '@mantine/core'
import { client } from '#renderer/shell/client.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { ProblemLines } from '#renderer/components/steps/problem-lines.tsx'
import { useAction } from '#renderer/components/steps/use-action.ts'
import { sendToPrinter } from '#renderer/features/papers/send-to-printer.ts'
import type { Employment } from './found.ts'
import classes from './employments.module.css'

/** What is handed over with a contract: printed anew each time, kept nowhere. */
export function HandedOver({ employment }: { employment: Employment }) {
  const { t } = useTranslation()
  const may = useMay()
  const action = useAction()
  const { id, status, number } = employment
  if (!may('employments.write') || number === null || status === 'annulled') return null
  const print = (sheet: 'jobDescription' | 'confidentiality') => (
    <Button
      size="compact-sm"
      variant="default"
      loading={action.busy}
      onClick={() =>
        void action.run(sheet, { id, sheet }, ({ data }) => client.employments.printSheet(data), {
          said: null,
          then: (pdf) => {
            sendToPrinter(pdf)
          },
        })
      }
    >
      {t(`employments:sheet.${sheet}`)}
    </Button>
  )
  return (
    <section aria-label={t('employments:sheet.title')}>
      <h2>{t('employments:sheet.title')}</h2>
      <ProblemLines problems={action.problems} />
      <div className={classes.line}>
        {print('jobDescription')}
        {print('confidentiality')}
      </div>
    </section>
  )
}
