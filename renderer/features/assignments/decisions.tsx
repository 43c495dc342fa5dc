import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { AssignmentRole } from '#domain/assignments/schema.ts'
import { formatDate } from '#domain/text/format.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { ConfirmDialog } from '#renderer/components/steps/confirm-dialog.tsx'
import { ProblemLines } from '#renderer/components/steps/problem-lines.tsx'
import { useAction } from '#renderer/components/steps/use-action.ts'
import { paperBadge } from '#renderer/features/papers/paper-look.ts'
import type { ChoiceLine } from './found.ts'
import classes from './assignments.module.css'

interface DecisionProps {
  choice: ChoiceLine
  applicationId: string
  writes: boolean
  /** Offered until whoever was chosen helps. */
  assign: { role: AssignmentRole; run: () => void } | undefined
}

/** A decision of the person: whom, before whom, whether the wish was kept, and its paper. */
export function Decision({ choice, applicationId, writes, assign }: DecisionProps) {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const action = useAction()
  const [removing, setRemoving] = useState(false)
  const { id, version, number, paper, substitute } = choice
  const isDraft = number === null
  const issue = () =>
    void action.run('issue', { id, version }, client.assignments.issueChoice, {
      said: (answer) => t('assignments:issued', { number: answer.number }),
    })
  return (
    <div>
      <div className={classes.line}>
        <strong lang="bg">
          {t('assignments:choiceOf', {
            date: formatDate(choice.decidedOn),
            name: choice.chosen.name,
          })}
        </strong>
        {substitute ? (
          <span lang="bg">{t('assignments:choiceSubstitute', { name: substitute.name })}</span>
        ) : null}
        <span lang="bg">
          {t('assignments:presentWere', {
            names: choice.present
              .map(({ name, capacity }) =>
                t('assignments:presentOne', {
                  name,
                  capacity: t(`assignments:capacity.${capacity}`),
                }),
              )
              .join(', '),
          })}
        </span>
        {choice.wishHonoured ? null : (
          <span lang="bg">
            {t('assignments:wishNotKept', { reason: choice.notHonouredReason })}
          </span>
        )}
        {choice.statement === '' ? null : <q lang="bg">{choice.statement}</q>}
        {paper && may('papers.read') ? (
          <>
            <Link to={addressOf(routes.paper, paper.id)}>
              {t('assignments:choicePaperTitle', { number: paper.number })}
            </Link>
            <StatusBadge {...paperBadge(paper.status)} />
          </>
        ) : isDraft ? (
          <span className="o-muted">{t('assignments:choiceDraft')}</span>
        ) : null}
      </div>
      <ProblemLines problems={action.problems} />
      {writes ? (
        <div className={classes.buttons}>
          {isDraft ? (
            <>
              <Button loading={action.busy} onClick={issue}>
                {t('assignments:issue')}
              </Button>
              <Button
                variant="default"
                onClick={() => {
                  goTo(addressOf(routes.choice, applicationId))
                }}
              >
                {t('assignments:edit')}
              </Button>
              <Button
                variant="default"
                onClick={() => {
                  setRemoving(true)
                }}
              >
                {t('assignments:remove')}
              </Button>
            </>
          ) : null}
          {!isDraft && assign ? (
            <Button onClick={assign.run}>{t(`assignments:assignChosen.${assign.role}`)}</Button>
          ) : null}
        </div>
      ) : null}
      {removing ? (
        <ConfirmDialog
          title={t('assignments:removeAsk')}
          lead={<p>{t('assignments:removeNote')}</p>}
          label={t('assignments:removeButton')}
          keepLabel={t('assignments:keep')}
          data={{ id, version }}
          call={client.assignments.removeChoice}
          onClose={() => {
            setRemoving(false)
          }}
        />
      ) : null}
    </div>
  )
}
