import { setImmediate as nextTurn } from 'node:timers/promises'
import type { TableSink, WorkbookTable } from './workbook.ts'

export type TableFormat = 'xlsx' | 'json'

/** What an order comes to. */
export interface OrderedTable {
  table: WorkbookTable
  /** Rows of the whole. */
  total: number
  format: TableFormat
}

/** Writes a table to `sink` while it is read: as a workbook, or for another program. */
export async function writeTable(
  format: TableFormat,
  table: WorkbookTable,
  sink: TableSink,
  onRows: (done: number) => void,
): Promise<void> {
  if (format === 'json') {
    await writeJson(table, sink, onRows)
    return
  }
  // The workbook's package is big: another program's file needs none of it.
  const { writeWorkbook } = await import('./workbook.ts')
  await writeWorkbook(table, sink, onRows)
}

/** `{total, rows: [{id, …}]}`, every value as it is kept: dates ISO, minutes and cents whole numbers. */
async function writeJson(
  table: WorkbookTable,
  sink: TableSink,
  onRows: (done: number) => void,
): Promise<void> {
  let done = 0
  sink.write(`{"total":${String(table.total)},"rows":[`)
  for (const piece of table.rows) {
    for (const { id, cells } of piece) {
      const named = cells.map((value, index) => [table.columns[index]?.id ?? '', value] as const)
      sink.write(`${done === 0 ? '' : ','}${JSON.stringify({ id, ...Object.fromEntries(named) })}`)
      done += 1
    }
    onRows(done)
    await nextTurn()
    while (sink.writableNeedDrain) await nextTurn()
  }
  sink.end(']}\n')
  await sink.settled
}
