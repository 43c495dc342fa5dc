import type { ApiClient } from '#renderer/shell/client.ts'

/** One event as its page reads it. */
export type EventFound = Awaited<ReturnType<ApiClient['events']['find']>>
/** What the form chooses from. */
export type EventSetup = Awaited<ReturnType<ApiClient['events']['setup']>>
/** What a dossier says of trainings. */
export type OfPerson = Awaited<ReturnType<ApiClient['events']['ofPerson']>>

/** What the page of an event asks for. */
export type Asked = 'join' | 'findings' | 'cancel' | 'certify'
