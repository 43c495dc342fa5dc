import type { ApiClient } from '#renderer/shell/client.ts'

/** One candidate as the page reads it. */
export type Found = Awaited<ReturnType<ApiClient['candidates']['find']>>
