import { Button } from '@mantine/core'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { candidatesList, type CandidateListRow } from '#domain/candidates/list.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'
import { CandidateBadge } from './state-badge.tsx'

/** „Заявления за асистенти“. */
export default function CandidatesPage() {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const create = () => {
    goTo(routes.newCandidate)
  }
  const open = (row: CandidateListRow) => {
    goTo(addressOf(routes.candidate, row.id))
  }
  const mayCreate = may('candidates.write')
  return (
    <ListPage
      shape={candidatesList}
      source={client.candidates}
      id="candidates"
      head={{
        path: [{ label: t('shell:groups.intake') }],
        main: mayCreate ? { label: t('candidates:new'), run: create } : undefined,
      }}
      cells={{
        state: (row, text) => (
          <CandidateBadge state={row.state} dueDate={row.documentsDueDate} word={text} />
        ),
      }}
      onOpen={open}
      rowActions={() => [
        { label: t('candidates:action.open'), run: open },
        {
          label: t('candidates:action.dossier'),
          run: (row) => {
            goTo(addressOf(routes.person, row.personId))
          },
        },
      ]}
      empty={
        <EmptyState
          text={t('candidates:empty')}
          actions={mayCreate ? <Button onClick={create}>{t('candidates:new')}</Button> : undefined}
        />
      }
    />
  )
}
