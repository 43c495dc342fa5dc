import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatFullName, formatInitials } from '#domain/text/format-person.ts'
import { formatRegistryNumber } from '#domain/text/format.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { KeyHint } from '#renderer/components/display/key-hint.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { useAction } from '#renderer/components/steps/use-action.ts'
import classes from '#renderer/features/applications/applications.module.css'
import { CandidateBands } from './candidate-bands.tsx'
import { CandidateFacts } from './candidate-facts.tsx'
import { CandidatePrints } from './candidate-prints.tsx'
import { CandidateHistory } from './candidate-history.tsx'
import { CandidateBadge } from './state-badge.tsx'
import { CandidateStep, type CandidateStepName } from './step-dialog.tsx'
import type { Found } from './found.ts'

/** Steps that ask for something, in the order of their buttons. */
const asked = ['enterPool', 'employ', 'refuse', 'withdraw', 'close'] as const

/** States in which a candidate may have a card of selection. */
const withCard: readonly string[] = ['inPool', 'employed', 'notAdmitted', 'closed']

interface Main {
  label: string
  run: () => void
}

/** One candidate: what was told, where it stands, what may be done, what was done. */
export default function CandidatePage() {
  const { candidacyId = '' } = useRouteParams()
  const { t } = useTranslation()
  const goTo = useGoTo()
  const [step, setStep] = useState<CandidateStepName>()
  const query = useQuery(orpc.candidates.find.queryOptions({ input: { id: candidacyId } }))
  const found = query.data
  const action = useAction()
  const may = useMay()
  const seesCard = may('selections.read')
  const edit = () => {
    goTo(`${addressOf(routes.candidate, candidacyId)}/edit`)
  }
  useKey('Alt+R', t('candidates:edit'), edit, { enabled: found?.mayCorrect === true })
  if (!found) return <RecordState error={query.error} />
  const { candidacy, person } = found
  const { id, version, state } = candidacy
  const ask = (name: CandidateStepName) => () => {
    setStep(name)
  }
  const toCard = () => {
    goTo(addressOf(routes.selection, id))
  }
  const main = mainStep(found)

  function mainStep({ mayCorrect, mayClearPapers, missing, ...own }: Found): Main | undefined {
    if (state === 'incomplete' && mayCorrect)
      return { label: t('candidates:action.complete'), run: edit }
    if (own.may.includes('admit') && missing.length === 0)
      return {
        label: t('candidates:event.admit'),
        run: () =>
          void action.run(
            'decide',
            { id, version, event: { kind: 'admit' as const } },
            client.candidates.decide,
          ),
      }
    if (state === 'admitted' && seesCard) return { label: t('selections:action.card'), run: toCard }
    if (state === 'inPool' && person.deathDate === null && may('employments.write'))
      return {
        label: t('candidates:action.contract'),
        run: () => {
          goTo(addressOf(routes.newEmploymentOf, person.id))
        },
      }
    for (const name of ['enterPool', 'employ'] as const)
      if (own.may.includes(name)) return { label: t(`candidates:event.${name}`), run: ask(name) }
    return mayClearPapers
      ? { label: t('candidates:action.clearPapers'), run: ask('clearPapers') }
      : undefined
  }

  return (
    <>
      <PageHead
        title={t('candidates:heading', {
          number: formatRegistryNumber(candidacy.entryNumber, candidacy.entryDate),
        })}
        windowTitle={`${t('candidates:one')} – ${formatInitials(person)}`}
        path={[
          { label: t('shell:groups.intake') },
          { label: t('candidates:title'), to: routes.candidates },
        ]}
        status={<CandidateBadge state={state} dueDate={candidacy.documentsDueDate} />}
        subtitle={
          <>
            <Link to={addressOf(routes.person, person.id)} lang="bg">
              {formatFullName(person)}
            </Link>{' '}
            {person.idNumber === '' ? null : <>· {person.idNumber} </>}·{' '}
            <span lang="bg">{person.address}</span>
          </>
        }
        main={main && { ...main, busy: action.busy }}
        more={
          <>
            {found.mayCorrect && main?.run !== edit ? (
              <Button variant="default" onClick={edit}>
                {t('candidates:action.edit')} <KeyHint chord="Alt+R" />
              </Button>
            ) : null}
            {seesCard && withCard.includes(state) && main?.run !== toCard ? (
              <Button variant="default" onClick={toCard}>
                {t('selections:action.card')}
              </Button>
            ) : null}
            <CandidatePrints found={found} />
          </>
        }
      />
      <CandidateBands found={found} problems={step ? [] : action.problems} />
      <div className={classes.columns}>
        <CandidateFacts found={found} />
        <div className={classes.stack}>
          <section aria-labelledby="candidate-actions" className={classes.steps}>
            <h2 id="candidate-actions">{t('candidates:section.actions')}</h2>
            <div className={classes.actions}>
              {found.may.includes('askForDocuments') && found.missing.length > 0 ? (
                <Button variant="default" onClick={ask('askForDocuments')}>
                  {t('candidates:event.askForDocuments')}
                </Button>
              ) : null}
              {asked
                .filter((name) => found.may.includes(name))
                .filter((name) => t(`candidates:event.${name}`) !== main?.label)
                .map((name) => (
                  <Button key={name} variant="default" onClick={ask(name)}>
                    {t(`candidates:event.${name}`)}
                  </Button>
                ))}
              {found.undo ? (
                <Button variant="default" onClick={ask('undo')}>
                  {t('candidates:action.undo', {
                    step: t(`candidates:history.${found.undo.kind}`),
                  })}
                </Button>
              ) : null}
            </div>
            {(state === 'registered' || state === 'admitted') && !main ? (
              <p className="o-muted">{t('candidates:waitsForHead')}</p>
            ) : null}
          </section>
          <CandidateHistory events={found.events} />
        </div>
      </div>
      {step ? (
        <CandidateStep
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
