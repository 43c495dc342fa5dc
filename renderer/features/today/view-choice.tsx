import type { ReactNode } from 'react'
import { waitingViews, type WaitingView } from '#domain/applications/responsible.ts'
import { usePageState } from '#renderer/shell/page-state.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Tabs } from '#renderer/components/display/tabs.tsx'

/** The view that was chosen on „Днес“, for it and for the lists behind its figures; none at first. */
export const useChosenView = () => usePageState<WaitingView | undefined>('today.view', undefined)

/** „За мен 7 · За екипа 60 · Ничии 3“; without views there is nothing to choose between. */
export function ViewChoice(props: {
  view: WaitingView
  views: Record<WaitingView, number> | null
  onChoose: (view: WaitingView) => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  const { view, views, onChoose, children } = props
  if (!views) return children
  return (
    <Tabs
      label={t('today:viewsLabel')}
      tabs={waitingViews.map((id) => ({ id, label: t(`today:views.${id}`), count: views[id] }))}
      value={view}
      onChange={(id) => {
        const chosen = waitingViews.find((one) => one === id)
        if (chosen) onChoose(chosen)
      }}
    >
      {children}
    </Tabs>
  )
}
