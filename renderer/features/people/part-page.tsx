import { useQuery } from '@tanstack/react-query'
import { useCallback, type ReactNode } from 'react'
import { formatFullName, formatInitials } from '#domain/text/format-person.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { usePageState } from '#renderer/shell/page-state.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'

/** Ids of the address and the way back to „Лице“ of the dossier. */
export function usePart() {
  const { personId = '', partId } = useRouteParams()
  const goTo = useGoTo()
  const [, setTab] = usePageState(`dossier.${personId}`, 'summary')
  const back = useCallback(() => {
    setTab('person')
    goTo(addressOf(routes.person, personId))
  }, [setTab, goTo, personId])
  return { personId, partId, back }
}

/** Head of the page of a part; draws its form once the person is known. */
export function PartPage({
  personId,
  title,
  children,
}: {
  personId: string
  title: string
  children: ReactNode
}) {
  const { t } = useTranslation()
  const found = useQuery(orpc.people.find.queryOptions({ input: { id: personId } }))
  if (!found.data) return <RecordState error={found.error} />
  const { person } = found.data
  return (
    <>
      <PageHead
        title={title}
        windowTitle={`${title} – ${formatInitials(person)}`}
        path={[
          { label: t('shell:groups.people'), to: routes.people },
          { label: formatFullName(person), to: addressOf(routes.person, personId) },
        ]}
      />
      {children}
    </>
  )
}
