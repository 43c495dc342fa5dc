import type { ApiClient } from '#renderer/shell/client.ts'

/** One contract as its page reads it. */
export type Contract = Awaited<ReturnType<ApiClient['contracts']['find']>>
