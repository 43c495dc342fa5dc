import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { client } from './link.ts'

export { client, type ApiClient } from './link.ts'
export const orpc = createTanstackQueryUtils(client)
