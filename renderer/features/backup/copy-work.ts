import type { CopyStep } from '#domain/backup/schema.ts'
import type { ApiClient } from '#renderer/shell/client.ts'
import { createLongWork } from './work.ts'

type Message = Yielded<Awaited<ReturnType<ApiClient['backup']['make']>>>
type Yielded<T> = T extends AsyncIterable<infer M> ? M : never
export type CopyDone = Extract<Message, { kind: 'done' }>
type Checked = Extract<Yielded<Awaited<ReturnType<ApiClient['backup']['check']>>>, { kind: 'done' }>

/** The copy that is being made or read again from this window; it outlives the page. */
export const copyWork = createLongWork<CopyStep, CopyDone | Checked>()
