import type { Database } from '#db/connection.ts'
import type { WorkbookOrder } from '#electron/api/kernel/jobs.ts'
import { journalTable } from './journal-export.ts'
import { listTable } from './list-export.ts'
import type { OrderedTable } from './table-file.ts'

/** What an order asks for, as a table that is read while it is written. */
export async function tableOf(
  database: Database,
  order: WorkbookOrder,
  now: string,
): Promise<OrderedTable> {
  return order.of === 'list'
    ? listTable(database, order, now)
    : { ...journalTable(database.orm, order, now), format: 'xlsx' }
}
