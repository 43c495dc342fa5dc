import { useTranslation } from '#renderer/shell/use-translation.ts'
import { papersList } from '#domain/papers/list.ts'
import { client } from '#renderer/shell/client.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'
import { addressOfPaper, paperBadge } from './paper-look.ts'
import { QuickMark } from './quick-mark.tsx'

/** „Документи на хартия“: what is to be printed, what is out, what came back, what is missing. */
export default function PapersPage() {
  const { t } = useTranslation()
  const mayMark = useMay()('papers.markSigned')
  const goTo = useGoTo()
  return (
    <ListPage
      shape={papersList}
      source={client.papers}
      head={{ path: [{ label: t('shell:groups.paper') }] }}
      before={mayMark ? <QuickMark /> : null}
      autoFocus={!mayMark}
      cells={{ status: ({ status }, text) => <StatusBadge {...paperBadge(status)} word={text} /> }}
      onOpen={(row) => {
        goTo(addressOfPaper(row))
      }}
      empty={<EmptyState text={t('papers:empty')} />}
    />
  )
}
