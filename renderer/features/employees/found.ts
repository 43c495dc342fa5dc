import type { ApiClient } from '#renderer/shell/client.ts'

/** Somebody at work as their page is given them. */
export type Employee = Awaited<ReturnType<ApiClient['employees']['find']>>
