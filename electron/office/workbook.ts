import type { Writable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { wallClockOf } from '#domain/calendar/instant.ts'
import { currencySigns } from '#domain/text/format.ts'

export interface WorkbookColumn {
  /** Name of the column for another program. */
  id: string
  title: string
  /** In characters, as Excel counts. */
  width: number
  /**
   * `instant`: a UTC ISO instant, shown by the office's clock. `date`: a civil date. `minutes`: a
   * duration. `euro` and `leva`: whole cents. Text is never read as a formula.
   */
  kind: keyof typeof formats
}

export interface WorkbookTable {
  sheetName: string
  /** What the rows are: the filter, and when it was asked. Stands above the heads. */
  note: string
  columns: readonly WorkbookColumn[]
  total: number
  /** In pieces, so that no more than one is held. */
  rows: Iterable<readonly { id: string; cells: readonly (string | number | null)[] }[]>
}

/** Tells besides when all that was written to it has been taken. */
export type TableSink = Writable & { readonly settled: Promise<void> }

/** Rows that a sheet takes below its two first ones; Excel ends at 1 048 576. */
const rowsOfSheet = 1_000_000
const formats = {
  text: '@',
  number: '0',
  instant: 'dd.mm.yyyy hh:mm',
  date: 'dd.mm.yyyy',
  minutes: '[h]:mm',
  euro: `#,##0.00 "${currencySigns.EUR}"`,
  leva: `#,##0.00 "${currencySigns.BGN}"`,
} as const

/**
 * Writes a table as .xlsx to `sink` while it is read: frozen heads, real dates, typed text. One road
 * for every list that is handed out. For a worker: compressing takes its time.
 */
export async function writeWorkbook(
  table: WorkbookTable,
  sink: TableSink,
  onRows: (done: number) => void = () => undefined,
): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: sink,
    useStyles: true,
    // A list of every text of the workbook would have to be held to the end.
    useSharedStrings: false,
  })
  workbook.creator = 'Opora'
  let sheet = beginSheet(workbook, table, 1)
  let done = 0
  for (const piece of table.rows) {
    for (const { cells } of piece) {
      if (done > 0 && done % rowsOfSheet === 0) {
        sheet.commit()
        sheet = beginSheet(workbook, table, done / rowsOfSheet + 1)
      }
      sheet.addRow(cells.map((value, index) => cellOf(value, table.columns[index]))).commit()
      done += 1
    }
    onRows(done)
    // The compressor and the reader go first: what they have not taken would pile up in memory.
    await nextTurn()
    while (sink.writableNeedDrain) await nextTurn()
  }
  sheet.commit()
  await workbook.commit()
  await sink.settled
}

function beginSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, table: WorkbookTable, n: number) {
  const name = n === 1 ? table.sheetName : `${table.sheetName} ${String(n)}`
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: 0, ySplit: 2 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  })
  sheet.columns = table.columns.map(({ width, kind }) => ({
    width,
    style: { numFmt: formats[kind], alignment: { vertical: 'top', wrapText: kind === 'text' } },
  }))
  const note = sheet.addRow([table.note])
  note.getCell(1).alignment = { wrapText: false }
  note.commit()
  const head = sheet.addRow(table.columns.map(({ title }) => title))
  head.font = { bold: true }
  head.commit()
  sheet.autoFilter = {
    from: { row: 2, column: 1 },
    to: { row: 2, column: table.columns.length },
  }
  return sheet
}

function cellOf(value: string | number | null, column: WorkbookColumn | undefined) {
  if (value === null || value === '') return null
  if (typeof value === 'number') {
    if (column?.kind === 'minutes') return value / minutesOfDay
    return column?.kind === 'euro' || column?.kind === 'leva' ? value / 100 : value
  }
  if (column?.kind === 'date') return new Date(`${value}T00:00:00.000Z`)
  return column?.kind === 'instant' ? asSeen(value) : value
}

const minutesOfDay = 1_440

/** Excel knows no zones: the date whose UTC fields are what the office's clock shows. */
function asSeen(instant: string): Date {
  const { date, minutes } = wallClockOf(instant)
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + minutes * 60_000)
}
