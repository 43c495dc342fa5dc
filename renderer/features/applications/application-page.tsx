import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatFullName, formatInitials } from '#domain/text/format-person.ts'
import { formatRegistryNumber } from '#domain/text/format.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { isBuilt } from '#renderer/shell/register.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { KeyHint } from '#renderer/components/display/key-hint.tsx'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { ApplicationBadge } from './state-badge.tsx'
import { ApplicationFacts } from './application-facts.tsx'
import { Deadlines } from './application-deadlines.tsx'
import { History } from './application-history.tsx'
import { MissingBand } from './missing-band.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { CasePanel } from '#renderer/features/assignments/case-panel.tsx'
import { useAction } from '#renderer/components/steps/use-action.ts'
import { Responsible } from './responsible.tsx'
import { OverridePage } from './override-page.tsx'
import { StepDialog, type Step } from './step-dialog.tsx'
import classes from './applications.module.css'

/** Steps that ask nothing: one press, and the undo stands beside them. */
const atOnce = ['sendToAssessment', 'enterWaitingList', 'placeFreed'] as const

/** From the approved hours on somebody may be assigned. */
const helpedStates: readonly string[] = ['approved', 'reserve', 'waiting', 'withContract', 'closed']

/** One application: what it says, where it stands, what may be done, what was done. */
export default function ApplicationPage() {
  const { applicationId = '' } = useRouteParams()
  const { t } = useTranslation()
  const goTo = useGoTo()
  const may = useMay()
  const [asked, setAsked] = useState<Step | 'override'>()
  const query = useQuery(orpc.applications.find.queryOptions({ input: { id: applicationId } }))
  const found = query.data
  const action = useAction()
  const edit = () => {
    goTo(`${addressOf(routes.application, applicationId)}/edit`)
  }
  useKey('Alt+R', t('applications:edit'), edit, { enabled: found?.mayCorrect === true })
  if (!found) return <RecordState error={query.error} />
  const { application, person } = found
  const number = formatRegistryNumber(application.entryNumber, application.entryDate)
  const { id, version, state } = application
  const step = (event: Parameters<typeof client.applications.step>[0]['data']['event']) =>
    void action.run('step', { id, version, event }, client.applications.step)
  const decideAdmit = (overrideReason: string) =>
    action.run(
      'decide',
      { id, version, event: { kind: 'admit' as const, overrideReason } },
      client.applications.decide,
    )
  const admit = () => {
    if (found.doubleSupport.some(({ code }) => code === 'doubleSupport')) setAsked('override')
    else void decideAdmit('')
  }
  const main = mainStep()

  function mainStep(): { label: string; run: () => void } | undefined {
    if (!found) return undefined
    if (state === 'incomplete' && found.mayCorrect)
      return { label: t('applications:action.complete'), run: edit }
    if (found.may.includes('admit') && found.missing.length === 0)
      return { label: t('applications:event.admit'), run: admit }
    const toAssessment = ['admitted', 'forAssessment', 'assessed'].includes(state)
    if (toAssessment && may('assessments.read') && isBuilt(routes.assessmentOf))
      return {
        label: t('applications:action.assessment'),
        run: () => {
          goTo(addressOf(routes.assessmentOf, applicationId))
        },
      }
    if (found.may.includes('close'))
      return {
        label: t('applications:event.close'),
        run: () => {
          step({ kind: 'close' })
        },
      }
    return undefined
  }

  if (asked === 'override')
    return (
      <OverridePage
        found={found}
        busy={action.busy}
        problems={action.problems}
        onCancel={() => {
          setAsked(undefined)
        }}
        onConfirm={(reason) => {
          void decideAdmit(reason).then((done) => {
            if (done) setAsked(undefined)
          })
        }}
      />
    )

  const ask = (which: Step) => () => {
    setAsked(which)
  }
  return (
    <>
      <PageHead
        title={t('applications:heading', { number })}
        windowTitle={`${t('applications:one')} – ${formatInitials(person)}`}
        path={[
          { label: t('shell:groups.intake') },
          { label: t('applications:title'), to: '/applications' },
        ]}
        status={<ApplicationBadge state={state} dueDate={application.documentsDueDate} />}
        subtitle={
          <>
            <Link to={addressOf(routes.person, person.id)} lang="bg">
              {formatFullName(person)}
            </Link>{' '}
            · {person.idNumber} · <span lang="bg">{person.address}</span>
          </>
        }
        main={main && { ...main, busy: action.busy }}
        more={
          found.mayCorrect && main?.run !== edit ? (
            <Button variant="default" onClick={edit}>
              {t('applications:action.edit')} <KeyHint chord="Alt+R" />
            </Button>
          ) : undefined
        }
      />
      <MissingBand found={found} problems={asked ? [] : action.problems} />
      <div className={classes.columns}>
        <ApplicationFacts found={found} />
        <div className={classes.stack}>
          <Responsible whose={found.responsible} />
          {may('assignments.read') && helpedStates.includes(state) ? (
            <CasePanel applicationId={id} />
          ) : null}
          <section aria-labelledby="application-actions" className={classes.steps}>
            <h2 id="application-actions">{t('applications:section.actions')}</h2>
            <div className={classes.actions}>
              {found.may.includes('askForDocuments') && found.missing.length > 0 ? (
                <Button variant="default" onClick={ask('askForDocuments')}>
                  {t('applications:event.askForDocuments')}
                </Button>
              ) : null}
              {atOnce
                .filter((kind) => found.may.includes(kind))
                .map((kind) => (
                  <Button
                    key={kind}
                    variant="default"
                    loading={action.busy}
                    onClick={() => {
                      step({ kind })
                    }}
                  >
                    {t(`applications:event.${kind}`)}
                  </Button>
                ))}
              {may('applications.write') && application.preliminaryAssessmentDate === null ? (
                <Button variant="default" onClick={ask('preliminary')}>
                  {t('applications:action.preliminary')}
                </Button>
              ) : null}
              {found.may.includes('refuse') ? (
                <Button variant="default" onClick={ask('refuse')}>
                  {t('applications:event.refuse')}
                </Button>
              ) : null}
              {found.may.includes('dropOut') ? (
                <Button variant="default" onClick={ask('dropOut')}>
                  {t('applications:event.dropOut')}
                </Button>
              ) : null}
              {found.undo ? (
                <Button variant="default" onClick={ask('undo')}>
                  {t('applications:action.undo', {
                    step: t(`applications:history.${found.undo.kind}`),
                  })}
                </Button>
              ) : null}
            </div>
            {state === 'registered' && !found.may.includes('admit') ? (
              <p className="o-muted">{t('applications:waitsForHead')}</p>
            ) : null}
          </section>
          <Deadlines deadlines={found.deadlines} />
          <History events={found.events} />
        </div>
      </div>
      {asked ? (
        <StepDialog
          step={asked}
          found={found}
          onClose={() => {
            setAsked(undefined)
          }}
        />
      ) : null}
    </>
  )
}
