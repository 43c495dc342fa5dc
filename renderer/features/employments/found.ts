import type { ApiClient } from '#renderer/shell/client.ts'

/** One contract as its page reads it. */
export type Employment = Awaited<ReturnType<ApiClient['employments']['find']>>
/** Positions and projects that the form chooses from. */
export type Choices = Awaited<ReturnType<ApiClient['employments']['proposal']>>['choices']
