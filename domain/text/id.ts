import { z } from 'zod'

/** Id of a record. Only these letters: what is written down must be hashed and stored alike. */
export const idSchema = z.string().regex(/^[\w.:-]{1,64}$/, 'unreadable')
