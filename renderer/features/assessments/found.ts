import type { ApiClient } from '#renderer/shell/client.ts'

/** One assessment as its page reads it. */
export type Found = Awaited<ReturnType<ApiClient['assessments']['find']>>
