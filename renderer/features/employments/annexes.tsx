import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { employmentSigningSchema } from '#domain/employments/schema.ts'
import { formatDate, formatHoursText, formatMoney } from '#domain/text/format.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { ConfirmDialog } from '#renderer/components/steps/confirm-dialog.tsx'
import { StepDialog } from '#renderer/components/steps/step-dialog.tsx'
import { paperBadge } from '#renderer/features/papers/paper-look.ts'
import type { z } from 'zod'
import { AnnexPanel, type Annex } from './annex-panel.tsx'
import { annexBadge } from './employment-look.ts'
import type { Employment } from './found.ts'
import { AnnulPanel } from './step-panels.tsx'
import classes from './employments.module.css'

type Asked = { of: 'edit' | 'issue' | 'sign' | 'remove' | 'annul'; annex: Annex } | undefined

const signingFields = fieldsFor<z.input<typeof employmentSigningSchema>>().few('employments', [
  { name: 'signedOn', kind: 'date', width: 'short' },
])

/** „Допълнителни споразумения“, each with what it changes and its steps. */
export function Annexes({ employment }: { employment: Employment }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked>()
  const close = () => {
    setAsked(undefined)
  }
  if (employment.annexes.length === 0 && employment.status === 'draft') return null
  return (
    <section aria-label={t('employments:section.annexes')}>
      <h2>{t('employments:section.annexes')}</h2>
      {employment.annexes.length === 0 ? (
        <p className="o-muted">{t('employments:annex.none')}</p>
      ) : (
        <ul className={classes.plain}>
          {employment.annexes.map((annex) => (
            <li key={annex.id}>
              <Line annex={annex} onAsk={setAsked} />
            </li>
          ))}
        </ul>
      )}
      {asked?.of === 'edit' ? (
        <AnnexPanel employment={employment} annex={asked.annex} onDone={close} onCancel={close} />
      ) : null}
      {asked?.of === 'annul' ? (
        <AnnulPanel
          title={t('employments:annex.annulAsk', { number: asked.annex.number ?? '' })}
          call={(reason, requestId) => {
            const { id, version } = asked.annex
            return client.employments.annulAnnex({ requestId, data: { id, version, reason } })
          }}
          onDone={close}
          onCancel={close}
        />
      ) : null}
      <Dialogs asked={asked} onClose={close} />
    </section>
  )
}

/** What changes, in words. */
function Changes({ input }: { input: Annex['input'] }) {
  const { t } = useTranslation()
  const said = [
    input.minutesPerDay !== null &&
      t('employments:perDay', { hours: formatHoursText(input.minutesPerDay) }),
    input.basePayCents !== null &&
      [
        formatMoney(input.basePayCents),
        input.payUnit === null ? '' : t(`employments:payUnit.${input.payUnit}`),
      ].join(' '),
    input.programme,
    input.placeOfWork,
    input.endDate !== null && `${t('employments:field.endDate')}: ${formatDate(input.endDate)}`,
  ].filter((text) => typeof text === 'string')
  return <span lang="bg">{said.join(' · ')}</span>
}

function Line({ annex, onAsk }: { annex: Annex; onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation()
  const may = useMay()
  const { status, paper } = annex
  const button = (label: string, of: NonNullable<Asked>['of'], isMain = false) => (
    <Button
      size="compact-sm"
      variant={isMain ? 'filled' : 'default'}
      onClick={() => {
        onAsk({ of, annex })
      }}
    >
      {label}
    </Button>
  )
  const writes = may('employments.write')
  const issues = may('employments.issue')
  return (
    <div className={classes.line}>
      <strong>
        {annex.number === null
          ? t('employments:annex.draft')
          : t('employments:annex.of', { number: annex.number })}
      </strong>
      <span>{t('employments:annex.from', { date: formatDate(annex.input.fromDate) })}</span>
      <StatusBadge {...annexBadge(status)} />
      {paper ? <StatusBadge {...paperBadge(paper.status)} /> : null}
      <Changes input={annex.input} />
      {paper && may('papers.print') ? (
        <Link to={addressOf(routes.paper, paper.id)}>{t('employments:annex.show')}</Link>
      ) : null}
      {status === 'draft' && issues ? button(t('employments:annex.issue'), 'issue', true) : null}
      {status === 'draft' && writes ? (
        <>
          {button(t('employments:annex.edit'), 'edit')}
          {button(t('employments:annex.remove'), 'remove')}
        </>
      ) : null}
      {status === 'issued' && writes ? button(t('employments:annex.signed'), 'sign', true) : null}
      {status === 'issued' && issues ? button(t('employments:annex.annul'), 'annul') : null}
    </div>
  )
}

function Dialogs({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const { t } = useTranslation()
  if (!asked) return null
  const { id, version, number } = asked.annex
  switch (asked.of) {
    case 'issue':
      return (
        <ConfirmDialog
          title={t('employments:annex.issueAsk')}
          lead={<p>{t('employments:annex.issueNote')}</p>}
          label={t('employments:annex.issue')}
          keepLabel={t('employments:keep')}
          data={{ id, version }}
          call={client.employments.issueAnnex}
          said={(answer) => t('employments:annex.issued', { number: answer.number })}
          onClose={onClose}
        />
      )
    case 'remove':
      return (
        <ConfirmDialog
          title={t('employments:annex.removeAsk')}
          lead={<p>{t('employments:annex.removeNote')}</p>}
          label={t('employments:annex.remove')}
          keepLabel={t('employments:keep')}
          data={{ id, version }}
          call={client.employments.removeAnnex}
          onClose={onClose}
        />
      )
    case 'sign':
      return (
        <StepDialog
          title={t('employments:annex.signTitle', { number: number ?? '' })}
          fields={signingFields}
          schema={employmentSigningSchema}
          defaults={{ signedOn: null }}
          saveLabel={t('employments:annex.signed')}
          enterSubmits
          call={(signing, { requestId }) =>
            client.employments.markAnnexSigned({ requestId, data: { id, version, signing } })
          }
          onClose={onClose}
        />
      )
    case 'edit':
    case 'annul':
      return null
  }
}
