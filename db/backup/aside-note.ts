import { z } from 'zod'

/**
 * Lies in a folder under `aside/` beside what a restore put there, where a safety copy of it was made
 * before – which means that it opened and was whole: the name of that snapshot.
 */
export const asideNote = 'aside.json'
export const asideNoteSchema = z.object({ format: z.literal(1), safetyCopy: z.string() })
export type AsideNote = z.output<typeof asideNoteSchema>
