import { z } from 'zod'
import { deleteDraft, findDraft, listDrafts, saveDraft } from '#db/queries/drafts.ts'
import { self } from './kernel/procedures.ts'

/** `form` names the form and, after a colon, the record it edits. Nobody sees another's drafts. */
const form = z.string().regex(/^[a-zA-Z]+(:[\w-]{1,40})?$/)

/** Half-written forms, kept encrypted in the database until they are saved or grow old. */
export const drafts = {
  list: self({ audit: 'none', input: z.object({}) }, ({ actor, database }) =>
    listDrafts(database.orm, actor.accountId),
  ),
  find: self({ audit: 'none', input: z.object({ form }) }, ({ input, actor, database }) =>
    findDraft(database.orm, actor.accountId, input.form),
  ),
  save: self(
    { audit: 'none', input: z.object({ form, payload: z.json(), title: z.string().max(120) }) },
    ({ input, actor, database, now }) => {
      if (JSON.stringify(input.payload).length > 500_000) return { savedAt: null }
      database.transaction((tx) => {
        const payload = { title: input.title, values: input.payload }
        saveDraft(tx, actor.accountId, { formKey: input.form, payload, updatedAt: now })
      })
      return { savedAt: now }
    },
  ),
  discard: self({ audit: 'none', input: z.object({ form }) }, ({ input, actor, database }) => {
    database.transaction((tx) => {
      deleteDraft(tx, actor.accountId, input.form)
    })
    return { discarded: true }
  }),
}
