import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { formatFullName, formatInitials } from '#domain/text/format-person.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { routes, type DossierTab } from '#renderer/shell/feature.ts'
import { usePageState } from '#renderer/shell/page-state.ts'
import { features } from '#renderer/shell/register.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { Tabs } from '#renderer/components/display/tabs.tsx'
import { WidgetBoundary } from '#renderer/components/display/widget-boundary.tsx'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import { useNeighbour } from './came-from.ts'
import { IdentityBar, IdentityStatus } from './identity-bar.tsx'
import { lazyPart } from './lazy-part.ts'
import { useNextStep } from './next-step.ts'
import { RecordState } from '#renderer/components/display/record-state.tsx'

const allTabs = () =>
  features
    .flatMap((feature) => feature.dossierTabs ?? [])
    .toSorted((a, b) => a.order - b.order)
    .map((tab) => ({ ...tab, Content: lazyPart(tab.component) }))

/** The whole case of one person in one screen: who, what state, what next, and a tab for each concept. */
export default function DossierPage() {
  const { personId = '' } = useRouteParams()
  // Another person is another page: nothing of the one before may stay on the screen.
  return <Dossier key={personId} personId={personId} />
}

function Dossier({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const found = useQuery(orpc.people.find.queryOptions({ input: { id: personId } }))
  const path = useQuery(orpc.cases.path.queryOptions({ input: { personId } }))
  const nextStep = useNextStep(personId, path.data?.action ?? null)
  const [open, setOpen] = usePageState(`dossier.${personId}`, 'summary')
  const counts = useCounts(personId)
  const neighbour = useNeighbour()
  useKey('Alt+PgDn', t('people:keys.nextPerson'), () => neighbour?.(1), {
    enabled: neighbour !== undefined,
  })
  useKey('Alt+PgUp', t('people:keys.previousPerson'), () => neighbour?.(-1), {
    enabled: neighbour !== undefined,
  })

  if (!found.data) return <RecordState error={found.error} />
  const { person } = found.data
  const tabs = allTabs().filter((tab) => may(tab.permission))
  const shown = tabs.find((tab) => tab.key === open) ?? tabs[0]
  return (
    <>
      <PageHead
        title={formatFullName(person)}
        windowTitle={formatInitials(person)}
        path={[
          { label: t('shell:groups.people') },
          { label: t('people:nav.all'), to: routes.people },
        ]}
        status={<IdentityStatus dossier={found.data} running={path.data?.running ?? null} />}
        subtitle={<IdentityBar dossier={found.data} running={path.data?.running ?? null} />}
        main={nextStep}
      />
      <Tabs
        label={t('people:tabs.label')}
        tabs={tabs.map((tab) => {
          const count = counts[tab.key]
          return { id: tab.key, label: t(tab.labelKey), ...(count === undefined ? {} : { count }) }
        })}
        value={shown?.key ?? ''}
        onChange={setOpen}
      >
        {shown ? (
          <WidgetBoundary key={shown.key} name={t(shown.labelKey)}>
            <Suspense fallback={null}>
              <shown.Content personId={personId} />
            </Suspense>
          </WidgetBoundary>
        ) : null}
      </Tabs>
    </>
  )
}

/** How many there are in each tab. The list of hooks never changes; a forbidden one answers nothing. */
function useCounts(personId: string): Record<string, number | undefined> {
  const may = useMay()
  return Object.fromEntries(
    allTabs().flatMap((tab: DossierTab) => {
      const useCount = tab.useCount
      if (!useCount || !may(tab.permission)) return []
      // Permissions hold for a whole session, so the same hooks run on every draw.
      // eslint-disable-next-line react-hooks/rules-of-hooks
      return [[tab.key, useCount(personId)]]
    }),
  )
}
