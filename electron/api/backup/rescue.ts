import { z } from 'zod'
import { placeSchema } from '#domain/backup/schema.ts'
import { listSnapshots } from '#db/backup/snapshot.ts'
import type { Caller, OfficeDoor } from '#electron/api/kernel/office-door.ts'
import { apiError } from '../kernel/errors.ts'
import { declaredError } from '../kernel/faults.ts'
import { open } from '../kernel/procedures.ts'
import { copiesFoundAt, copiesOnDrives } from './restore-find.ts'
import { restoreCopy } from './restore-run.ts'
import {
  copySecretSchema,
  copySourceSchema,
  expectSource,
  findSource,
  openSource,
} from './restore-source.ts'
import { seenCopy } from './restore-view.ts'

const token = z.string().max(100).optional()

/**
 * Bringing a copy back where nobody can log in: a computer without an office, or one whose database
 * or keyring does not open. What stands there goes aside, never away.
 */
export default {
  /** Why, the snapshots that still lie beside the database, and the copies on attached drives. */
  state: open({ audit: 'none', input: z.object({ token }) }, async ({ input, office, caller }) => {
    expectNobodyCanLogIn(office, caller, input.token)
    return {
      /** Null: a fresh folder. */
      reason: office.rescueReason(),
      snapshots: listSnapshots(office.dataDir).map(
        ({ name, begunAt, manifest, problem, params }) => ({
          ...{ name, problem, params },
          createdAt: manifest?.createdAt ?? begunAt,
        }),
      ),
      onDrives: await copiesOnDrives(office),
    }
  }),

  /** Copies at a place that is typed, of whatever office, the newest of each first. */
  find: open(
    {
      audit: 'none',
      input: z.object({
        token,
        place: placeSchema,
      }),
    },
    ({ input, office, caller }) => {
      expectNobodyCanLogIn(office, caller, input.token)
      return copiesFoundAt(input.place)
    },
  ),

  look: open(
    { audit: 'none', input: z.object({ token, source: copySourceSchema }) },
    async ({ input, office, caller }) => {
      expectNobodyCanLogIn(office, caller, input.token)
      await expectSource(input.source)
      const { manifest, keyring } = findSource(office, input.source)
      return seenCopy(manifest, keyring)
    },
  ),

  /**
   * On a fresh computer a password of the copy is enough; where an office does not open, its profile
   * must have the right to restore in the copy, or the recovery sheet is used.
   */
  run: open(
    {
      audit: 'office.restored',
      input: z.object({
        token,
        source: copySourceSchema,
        secret: copySecretSchema,
        withoutMissingFiles: z.boolean().default(false),
      }),
    },
    async function* ({ input, office, caller }) {
      try {
        expectNobodyCanLogIn(office, caller, input.token)
        const needsRight = office.rescueReason() !== null
        const source = await openSource(office, input.source, input.secret)
        try {
          yield* office.exclusively('restore', async function* (alone) {
            // Somebody may have logged in, or set an office up, while the password was tried.
            if (office.vault.isOpen) throw apiError('FORBIDDEN', { permission: 'backup.restore' })
            yield* restoreCopy(office, alone, source, {
              needsRight,
              withoutMissingFiles: input.withoutMissingFiles,
              madeBy: null,
            })
          })
        } finally {
          source.key.fill(0)
        }
      } catch (error) {
        throw declaredError(error, office)
      }
    },
  ),
}

/** Otherwise a stranger could put another office in the place of one that works. */
function expectNobodyCanLogIn(office: OfficeDoor, caller: Caller, given: string | undefined): void {
  const stands = !office.isNew()
  if (stands && office.rescueReason() === null)
    throw apiError('FORBIDDEN', { permission: 'backup.restore' })
  if (!stands && !caller.maySetUp(given))
    throw apiError('FORBIDDEN', { permission: 'office.setUp' })
}
