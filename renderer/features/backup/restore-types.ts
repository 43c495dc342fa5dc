import type { ApiClient } from '#renderer/shell/client.ts'

type Look = Parameters<ApiClient['restore']['look']>[0]
/** A snapshot beside the database or the folder of a copy on a medium. */
export type CopySource = Look['source']
export type CopySecret = Parameters<ApiClient['restore']['run']>[0]['secret']
