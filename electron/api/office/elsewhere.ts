import { os } from '@orpc/server'
import { z } from 'zod'
import type { FolderHolder } from '#domain/backup/office-state.ts'
import { apiError, apiErrors } from '../kernel/errors.ts'

/**
 * All that is answered while another program has the data folder open and there is no office to ask:
 * the first question of every page is told who has it.
 */
export const elsewhere = {
  session: {
    current: os
      .$context<{ holder: FolderHolder | null }>()
      .errors(apiErrors)
      .input(z.object({}))
      .handler(({ context: { holder } }) => {
        throw apiError('OPEN_ELSEWHERE', { holder })
      }),
  },
}
