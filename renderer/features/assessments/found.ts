import type { ApiClient } from '#renderer/shell/client.ts'

/** One assessment as its page is given it. */
export type Found = Awaited<ReturnType<ApiClient['assessments']['find']>>
