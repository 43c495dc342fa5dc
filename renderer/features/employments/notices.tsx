import { Button } from '@mantine/core'
import { useState } from 'react'
import { noticeSentSchema } from '#domain/employments/schema.ts'
import { formatDate } from '#domain/text/format.ts'
import { client } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { ProblemLines } from '#renderer/components/steps/problem-lines.tsx'
import { StepDialog } from '#renderer/components/steps/step-dialog.tsx'
import { useAction } from '#renderer/components/steps/use-action.ts'
import { sendToPrinter } from '#renderer/features/papers/send-to-printer.ts'
import type { z } from 'zod'
import type { Employment } from './found.ts'
import classes from './employments.module.css'

type Notice = Employment['notices'][number]

const sentFields = fieldsFor<z.input<typeof noticeSentSchema>>().few('employments', [
  { name: 'sentOn', kind: 'date', width: 'short' },
  { name: 'reference', kind: 'text', max: 60, hint: true },
])

/** „Уведомления до НАП“: of what, by when, and what was sent. */
export function Notices({ employment }: { employment: Employment }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Notice>()
  const action = useAction()
  const { id, version, notices } = employment
  if (notices.length === 0) return null
  const print = ({ event, annexId }: Notice) =>
    void action.run(
      `print ${event}`,
      { id, event, annexId },
      ({ data }) => client.employments.printNotice(data),
      {
        said: null,
        then: (pdf) => {
          sendToPrinter(pdf)
        },
      },
    )
  return (
    <section aria-label={t('employments:section.notices')}>
      <h2>{t('employments:section.notices')}</h2>
      <ProblemLines problems={action.problems} />
      <ul className={classes.plain}>
        {notices.map((notice) => (
          <li key={`${notice.event}${notice.annexId ?? ''}`}>
            <Line
              notice={notice}
              onPrint={() => {
                print(notice)
              }}
              onMark={() => {
                setAsked(notice)
              }}
            />
          </li>
        ))}
      </ul>
      {asked ? (
        <StepDialog
          title={t('employments:notice.title', {
            event: t(`employments:notice.event.${asked.event}`),
          })}
          fields={sentFields}
          schema={noticeSentSchema}
          defaults={{ sentOn: today(), reference: '' }}
          saveLabel={t('employments:notice.button')}
          enterSubmits
          call={(sent, { requestId }) =>
            client.employments.noticeSent({
              requestId,
              data: { id, version, event: asked.event, annexId: asked.annexId, sent },
            })
          }
          onClose={() => {
            setAsked(undefined)
          }}
        />
      ) : null}
    </section>
  )
}

function Line(props: { notice: Notice; onPrint: () => void; onMark: () => void }) {
  const { notice } = props
  const { t } = useTranslation()
  const may = useMay()
  const { sentOn, due } = notice
  return (
    <div className={classes.line}>
      <strong>{t(`employments:notice.event.${notice.event}`)}</strong>
      <span>{formatDate(notice.on)}</span>
      <span>
        {sentOn === null
          ? t(due < today() ? 'employments:notice.late' : 'employments:notice.due', {
              date: formatDate(due),
            })
          : t('employments:notice.sent', {
              date: formatDate(sentOn),
              reference: notice.reference ?? '',
            })}
      </span>
      {may('employments.readPay') && may('papers.print') ? (
        <Button size="compact-sm" variant="default" onClick={props.onPrint}>
          {t('employments:notice.print')}
        </Button>
      ) : null}
      {sentOn === null && may('employments.write') ? (
        <Button size="compact-sm" onClick={props.onMark}>
          {t('employments:notice.mark')}
        </Button>
      ) : null}
    </div>
  )
}
