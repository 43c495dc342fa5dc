import { z } from 'zod'
import { deleteDraft, findDraft, listDrafts, saveDraft } from '#db/queries/drafts.ts'
import { jsonSchema } from '../kernel/json.ts'
import { self } from '../kernel/procedures.ts'
import { settingValue } from '../kernel/settings.ts'

/** `form` names the form and, after a colon, the record it edits. Nobody sees another's drafts. */
const form = z.string().regex(/^[a-zA-Z]+(:[\w-]{1,40})?$/)

const largest = 500_000

/** Address of the page of a form: ids only, as every address. */
const place = z
  .string()
  .max(200)
  .regex(/^\/[\w/-]*$/)

/** What is kept of a form: its title and page for the list, its values for the form itself. */
interface Kept {
  title: string
  place?: string | undefined
  values: unknown
}

/** Half-written forms, kept encrypted in the database until they are saved or grow old. */
export default {
  /** Without their values: the list says what was begun and when. */
  list: self({ audit: 'none', input: z.object({}) }, ({ actor, database, today }) => ({
    keptDays: settingValue(database.orm, 'draftKeepingDays', today),
    drafts: listDrafts(database.orm, actor.accountId).map((draft) => ({
      form: draft.formKey,
      title: (draft.payload as Kept).title,
      place: (draft.payload as Kept).place ?? null,
      updatedAt: draft.updatedAt,
    })),
  })),

  find: self({ audit: 'none', input: z.object({ form }) }, ({ input, actor, database }) => {
    const draft = findDraft(database.orm, actor.accountId, input.form)
    if (!draft) return undefined
    const { title, place, values } = draft.payload as Kept
    return { formKey: draft.formKey, title, place, payload: values, updatedAt: draft.updatedAt }
  }),

  /** `savedAt` is null when the form is too large to be kept. */
  save: self(
    {
      audit: 'none',
      input: z.object({
        form,
        payload: jsonSchema,
        title: z.string().max(120),
        place: place.optional(),
      }),
    },
    ({ input, actor, database, now }) => {
      if (JSON.stringify(input.payload).length > largest) return { savedAt: null }
      database.transaction((tx) => {
        const { title, place } = input
        const payload: Kept = { title, place, values: input.payload }
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
