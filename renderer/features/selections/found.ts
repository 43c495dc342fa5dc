import type { ApiClient } from '#renderer/shell/client.ts'

/** The card of a candidate as its page reads it. */
export type Found = Awaited<ReturnType<ApiClient['selections']['find']>>
export type Card = NonNullable<Found['card']>
