import { text } from 'drizzle-orm/sqlite-core'
import { accounts } from './accounts.ts'
import { times } from './times.ts'

/** Who saved a record last, beside which save it is and when. */
export const stamps = {
  ...times,
  updatedBy: text('updated_by')
    .notNull()
    .references(() => accounts.id),
}

/** The same for a record that also keeps who made it. */
export const stampsFromMaking = {
  ...stamps,
  createdBy: text('created_by')
    .notNull()
    .references(() => accounts.id),
}
