import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { ListQuestion } from '#domain/lists/shape.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { useSessionState } from '#renderer/shell/session.tsx'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Dialog } from '#renderer/components/layers/dialog.tsx'
import { ProblemLines } from '#renderer/components/steps/problem-lines.tsx'
import { StepDialog } from '#renderer/components/steps/step-dialog.tsx'
import { refusalOf } from '#renderer/components/form/refusal.ts'
import { useAction } from '#renderer/components/steps/use-action.ts'
import { accountOf, giveDefaults, giveFields, giveSchema } from './give-fields.ts'
import classes from './applications.module.css'

interface Pile {
  question: ListQuestion
  count: number
}

/** „Поеми избраните“ and „Предай избраните…“: all that can go at once, what cannot is said first. */
export function PileActions(pile: Pile) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<'take' | 'give'>()
  const { count } = pile
  const close = () => {
    setAsked(undefined)
  }
  return (
    <>
      {(['take', 'give'] as const).map((which) => (
        <Button
          key={which}
          size="compact-sm"
          variant="default"
          onClick={() => {
            setAsked(which)
          }}
        >
          {t(`applications:pile.${which}`, { count })}
        </Button>
      ))}
      {asked === 'take' ? <TakePile {...pile} onClose={close} /> : null}
      {asked === 'give' ? <GivePile {...pile} onClose={close} /> : null}
    </>
  )
}

/** What of the pile can go to this account (null: to nobody), read anew with each opening. */
const pileFor = (question: ListQuestion, to: string | null) =>
  orpc.applications.pile.queryOptions({ input: { question, to }, gcTime: 0 })

function TakePile({ question, count, onClose }: Pile & { onClose: () => void }) {
  const { t } = useTranslation()
  const state = useSessionState()
  const action = useAction()
  const me = state.status === 'open' ? state.account.id : ''
  const { data } = useQuery(pileFor(question, me))
  const fits = data?.fits ?? []
  return (
    <Dialog
      title={t('applications:pile.takeTitle', { count })}
      onClose={onClose}
      {...(fits.length > 0
        ? {
            action: {
              label: t('applications:pile.takeFits', { count: fits.length }),
              busy: action.busy,
              run: () =>
                void action.run('takeMany', { cases: fits }, client.applications.takeMany, {
                  said: (answer) => t('applications:pile.taken', { count: answer.count }),
                  then: onClose,
                }),
            },
          }
        : {})}
    >
      <Preview question={question} to={me} />
      <ProblemLines problems={action.problems} />
    </Dialog>
  )
}

function GivePile({ question, count, onClose }: Pile & { onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return (
    <StepDialog
      title={t('applications:pile.giveTitle', { count })}
      fields={giveFields}
      schema={giveSchema}
      defaults={giveDefaults}
      aside={<Chosen question={question} />}
      saveLabel={t('applications:give.save')}
      said={(answer: { count: number }) => t('applications:pile.given', { count: answer.count })}
      call={async ({ to: chosen, note }, { requestId }) => {
        const to = accountOf(chosen)
        // Exactly the cases that were shown as fitting, as they then were.
        const { fits } = await queries.query({ ...pileFor(question, to), staleTime: 'static' })
        return client.applications.giveMany({ requestId, data: { cases: fits, to, note } })
      }}
      onClose={onClose}
    />
  )
}

/** Under the fields: what comes of the choice, before it is saved. */
function Chosen({ question }: { question: ListQuestion }) {
  const chosen = useWatch<typeof giveDefaults, 'to'>({ name: 'to' }) as string | null
  return chosen ? <Preview question={question} to={accountOf(chosen)} /> : null
}

function Preview({ question, to }: { question: ListQuestion; to: string | null }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const { data, error } = useQuery(pileFor(question, to))
  if (error) {
    const refusal = refusalOf(error)
    return refusal.kind === 'problems' ? <ProblemLines problems={refusal.problems} /> : null
  }
  if (!data) return null
  const { fits, refused } = data
  return (
    <div role="status">
      {refused.length > 0 ? (
        <>
          <p>{t('applications:pile.refused', { count: refused.length })}</p>
          <ul className={classes.refused}>
            {refused.map(({ id, name, number, problem }) => (
              <li key={id}>
                <span lang="bg">{name}</span>, {number}: {problemText(problem)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p>{t('applications:pile.fits', { count: fits.length })}</p>
    </div>
  )
}
