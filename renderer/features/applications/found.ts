import type { ApiClient } from '#renderer/shell/client.ts'

/** One application as its page reads it. */
export type Found = Awaited<ReturnType<ApiClient['applications']['find']>>
