import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Dialog } from '../layers/dialog.tsx'
import { PickList } from '../layers/pick-list.tsx'

export interface RowAction<R> {
  label: string
  run: (row: R) => void
}

/** What can be done with one row: the key of the menu, Shift+F10, the right button. */
export function RowMenu<R>(props: {
  row: R
  actions: readonly RowAction<R>[]
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { row, actions, onClose } = props
  return (
    <Dialog title={t('shell:list.rowMenu')} onClose={onClose}>
      <PickList
        label={t('shell:list.rowMenu')}
        digits
        options={actions.map(({ label }, index) => ({ value: String(index), label }))}
        onPick={(value) => {
          onClose()
          actions[Number(value)]?.run(row)
        }}
      />
    </Dialog>
  )
}
