import { columnsFor } from '#domain/lists/ask.ts'
import { plainCell } from '#domain/lists/cells.ts'
import { questionWords } from '#domain/lists/question-words.ts'
import { lists } from '#domain/lists/register.ts'
import type { ListColumn, ListShape } from '#domain/lists/shape.ts'
import { formatInstant } from '#domain/text/format.ts'
import type { Database } from '#db/connection.ts'
import { getOffice } from '#db/queries/office.ts'
import { askedOf, type ListCall, type ListSource } from '#electron/api/kernel/list-source.ts'
import type { ListExport } from '#electron/api/kernel/jobs.ts'
import { listSources } from '#electron/api/list-sources.ts'
import type { OrderedTable } from './table-file.ts'
import type { WorkbookColumn } from './workbook.ts'
import { wordsIn } from './words.ts'

const rowsAtOnce = 500

/** The rows of a list as they are asked for: in its order, with the columns of who asks. */
export async function listTable(
  database: Database,
  order: ListExport,
  now: string,
): Promise<OrderedTable> {
  // A shape and its source are registered under one id, so they are of the same rows.
  const shape = lists[order.list] as unknown as ListShape<unknown>
  const source = (await listSources[order.list]()) as ListSource<unknown>
  const { question, roles, accountId, today, format } = order
  const say = wordsIn(order.language)
  const call: ListCall = { db: database.orm, roles, accountId, today }
  const asked = askedOf(shape, question, roles)
  const columns = columnsFor(shape, roles)
  // All windows are of one moment: what is written meanwhile moves no row.
  database.raw.exec('begin')
  const total = source.count(call, asked)
  return {
    format,
    total,
    table: {
      sheetName: say(shape.title).slice(0, 31),
      note: say('lists:workbook.note', {
        office: getOffice(database.orm).data.name,
        list: say(shape.title),
        said: questionWords(shape, question, say)
          .map((one) => `; ${one}`)
          .join(''),
        count: say(shape.count, { count: total }),
        when: formatInstant(now),
      }),
      columns: columns.map((column) => workbookColumn(column, say(column.label))),
      total,
      rows: pages(),
    },
  }

  function* pages() {
    for (let offset = 0; offset < total; offset += rowsAtOnce)
      yield source.rows(call, asked, { offset, limit: rowsAtOnce }).map((row) => ({
        id: shape.rowId(row),
        cells: columns.map((column) => plainCell(column, row, { today }, say)),
      }))
  }
}

/** Pixels of the screen to characters of Excel; the column that takes the rest there is a name. */
const pixelsOfSign = 7
const widest = 42

function workbookColumn(column: ListColumn<unknown>, title: string): WorkbookColumn {
  const { id, width } = column
  const signs = width === undefined ? widest : Math.round(width / pixelsOfSign)
  return { id, title, width: Math.max(signs, 11), kind: kindOf(column) }
}

function kindOf(column: ListColumn<unknown>): WorkbookColumn['kind'] {
  switch (column.kind) {
    case 'number':
    case 'date':
    case 'instant':
    case 'minutes':
      return column.kind
    case 'cents':
      return column.currency === 'BGN' ? 'leva' : 'euro'
    case 'text':
    case 'word':
    case 'words':
    case 'idNumber':
      return 'text'
  }
}
