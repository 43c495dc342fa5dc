import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatRegistryNumber } from '#domain/text/format.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { useAction } from '#renderer/components/steps/use-action.ts'
import classes from '#renderer/features/applications/applications.module.css'
import { CardFacts } from './card-facts.tsx'
import { CardRows } from './card-rows.tsx'
import { SelectionBadge } from './state-badge.tsx'
import { SelectionStep, type SelectionStepName } from './step-dialogs.tsx'
import type { Found } from './found.ts'

/** Steps that ask for something, in the order of their buttons. */
const asked = ['invite', 'interviewed', 'dropOut', 'commission', 'reopen'] as const

interface Main {
  label: string
  run: () => void
}

/** The card of one candidate: how it stands, what is left, what may be done. */
export default function CardPage() {
  const { candidacyId = '' } = useRouteParams()
  const { t } = useTranslation()
  const goTo = useGoTo()
  const problemText = useProblemText()
  const action = useAction()
  const [step, setStep] = useState<SelectionStepName>()
  const query = useQuery(orpc.selections.find.queryOptions({ input: { candidacyId } }))
  const found = query.data
  if (!found) return <RecordState error={query.error} />
  const { candidacy, person, card, methodology, may } = found
  const ask = (name: SelectionStepName) => () => {
    setStep(name)
  }
  const main = mainStep(found)

  function mainStep({ own }: Found): Main | undefined {
    if (may.declare && own === null)
      return { label: t('selections:action.declareNone'), run: ask('declare') }
    if (!card) return undefined
    const { id, version, problems } = card
    if (may.dropOut) return { label: t('selections:action.dropOut'), run: ask('dropOut') }
    if (may.finish && problems.length === 0)
      return {
        label: t('selections:action.finish'),
        run: () => void action.run('finish', { id, version }, client.selections.finish),
      }
    if (may.score && card.interview.came !== 'no')
      return {
        label: t('selections:action.score'),
        run: () => {
          goTo(`${addressOf(routes.selection, candidacyId)}/sheet`)
        },
      }
    return may.approve
      ? {
          label: t('selections:action.approve'),
          run: () => void action.run('approve', { id, version }, client.selections.approve),
        }
      : undefined
  }

  const number = formatRegistryNumber(candidacy.entryNumber, candidacy.entryDate)
  const open = card?.state === 'draft' && candidacy.state === 'admitted'
  return (
    <>
      <PageHead
        title={t('selections:heading', { number })}
        windowTitle={`${t('selections:one')} – ${person.initials}`}
        path={[
          { label: t('shell:groups.team') },
          { label: t('selections:title'), to: '/selections' },
        ]}
        status={<SelectionBadge state={card?.state ?? null} />}
        subtitle={
          <>
            <Link to={addressOf(routes.person, person.id)} lang="bg">
              {person.name}
            </Link>{' '}
            ·{' '}
            <Link to={addressOf(routes.candidate, candidacy.id)}>
              {t('selections:action.toCandidate')}
            </Link>
          </>
        }
        main={main && { ...main, busy: action.busy }}
      />
      {action.problems.length > 0 && step === undefined ? (
        <div className={classes.band} data-tone="bad" role="alert">
          {action.problems.map((one) => (
            <p key={one.code + (one.path ?? []).join('.')}>{problemText(one)}</p>
          ))}
        </div>
      ) : null}
      <Standing found={found} />
      {card === null ? (
        <EmptyState
          text={t(candidacy.state === 'admitted' ? 'selections:noCard' : 'selections:notAdmitted')}
        />
      ) : (
        <div className={classes.columns}>
          <div className={classes.stack}>
            <CardFacts found={found} card={card} />
            {methodology ? (
              <CardRows methodology={methodology} age={found.age} card={card} />
            ) : null}
          </div>
          <div className={classes.stack}>
            {open && card.interview.came !== 'no' ? (
              <section aria-labelledby="selection-missing">
                <h2 id="selection-missing">{t('selections:section.missing')}</h2>
                {card.problems.length === 0 ? (
                  <p>{t('selections:complete')}</p>
                ) : (
                  <ul>
                    {card.problems.map((one) => (
                      <li key={one.code + (one.path ?? []).join('.')}>{problemText(one)}</li>
                    ))}
                  </ul>
                )}
              </section>
            ) : null}
            <section aria-labelledby="selection-steps" className={classes.steps}>
              <h2 id="selection-steps">{t('selections:section.steps')}</h2>
              <div className={classes.actions}>
                {may.score && main?.label !== t('selections:action.score') ? (
                  <Button
                    variant="default"
                    onClick={() => {
                      goTo(`${addressOf(routes.selection, candidacyId)}/sheet`)
                    }}
                  >
                    {t('selections:action.score')}
                  </Button>
                ) : null}
                {asked
                  .filter((name) => may[name])
                  .filter((name) => t(`selections:action.${name}`) !== main?.label)
                  .map((name) => (
                    <Button key={name} variant="default" onClick={ask(name)}>
                      {t(`selections:action.${name}`)}
                    </Button>
                  ))}
                {may.declare && found.own !== null ? (
                  <Button variant="default" onClick={ask('declare')}>
                    {t('selections:action.declareLater')}
                  </Button>
                ) : null}
              </div>
            </section>
          </div>
        </div>
      )}
      {step ? (
        <SelectionStep
          step={step}
          found={found}
          onClose={() => {
            setStep(undefined)
          }}
        />
      ) : null}
    </>
  )
}

/** Whose turn it is, where it is not the reader's. */
function Standing({ found }: { found: Found }) {
  const { t } = useTranslation()
  const { card, may, candidacy } = found
  if (!card || candidacy.state !== 'admitted') return null
  const text = may.approvesOwn
    ? t('selections:approvesOwn')
    : card.interview.came === 'no' && card.state === 'draft' && !may.dropOut
      ? t('selections:missed')
      : card.state === 'draft' && !may.score
        ? card.scorer === null
          ? t('selections:waitsForScorer')
          : t('selections:waitsForAnother', { name: card.scorer })
        : null
  return text === null ? null : (
    <div className={classes.band} data-tone="calm">
      <p>{text}</p>
    </div>
  )
}
