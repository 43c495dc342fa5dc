import type { ApiClient } from '#renderer/shell/client.ts'

/** One event as its page reads it. */
export type EventFound = Awaited<ReturnType<ApiClient['events']['find']>>
/** What the form chooses from. */
export type EventSetup = Awaited<ReturnType<ApiClient['events']['setup']>>
