import { Button } from '@mantine/core'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { ListQuestion } from '#domain/lists/shape.ts'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import { useIsRunning } from '#renderer/shell/running-work.ts'
import { KeyHint } from '../display/key-hint.tsx'
import { exportWorkbook, languageOfPage, printRows } from './hand-out.ts'
import { questionOfSelected } from './list-question.ts'
import type { ListSource } from './list-source.ts'
import type { Selection } from './windowing.ts'

/** „Изнеси в Excel“ and „Отпечатай списъка“: of what is shown, or of the selected rows alone. */
export function ListOutlets(props: {
  title: string
  source: Pick<ListSource<never>, 'exportList' | 'printList'>
  question: ListQuestion
  selection: Selection
  selected: number
  total: number
}) {
  const { t } = useTranslation()
  const { title, source, selection, selected, total } = props
  const exporting = t('shell:list.exporting', { list: title })
  const printing = t('shell:list.printing', { list: title })
  const isExporting = useIsRunning(exporting)
  const isPrinting = useIsRunning(printing)
  const question = questionOfSelected(props.question, selection, total)

  const exportRows = () => {
    const asked = { question, language: languageOfPage() } as const
    void exportWorkbook(exporting, (signal) => source.exportList(asked, { signal }))
  }
  const print = () => {
    void printRows(printing, question, source.printList)
  }
  const exportLabel =
    selected > 0 ? t('shell:list.exportSelected', { count: selected }) : t('shell:list.export')
  const printLabel =
    selected > 0 ? t('shell:list.printSelected', { count: selected }) : t('shell:list.print')
  useKey('Ctrl+E', exportLabel, exportRows, { scope: 'list', enabled: total > 0 && !isExporting })
  useKey('Ctrl+P', printLabel, print, { scope: 'list', enabled: total > 0 && !isPrinting })

  return (
    <>
      <Outlet
        chord="Ctrl+E"
        label={exportLabel}
        busy={isExporting}
        none={total === 0}
        run={exportRows}
      />
      <Outlet chord="Ctrl+P" label={printLabel} busy={isPrinting} none={total === 0} run={print} />
    </>
  )
}

function Outlet(props: {
  chord: string
  label: string
  busy: boolean
  none: boolean
  run: () => void
}) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={props.busy}
      disabled={props.none}
      onClick={props.run}
    >
      {props.label} <KeyHint chord={props.chord} />
    </Button>
  )
}
