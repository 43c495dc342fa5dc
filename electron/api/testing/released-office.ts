import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createRouterClient } from '@orpc/server'
import { demoPassword } from '#demo/desk.ts'
import type { Caller } from '#electron/api/kernel/office-door.ts'
import { memoryCaller } from '#electron/office/memory-caller.ts'
import { startOffice, type Office } from '#electron/office/office.ts'
import { sharedPapers } from '#papers/testing/shared-papers.ts'
import { router } from '../router.ts'
import { testWorkers, type Client } from './office.ts'

const fixtures = path.resolve(import.meta.dirname, '../../../tests/fixtures')

export interface ReleasedOffice {
  office: Office
  /** A client without a session. */
  stranger(): Client
  logIn(displayName: string): Promise<{ client: Client; caller: Caller }>
  rows(sql: string): Record<string, unknown>[]
  dispose(): Promise<void>
}

/** The office of the newest released version, full of people, papers and numbers, on a copy of its own. */
export async function openReleasedOffice(
  wishes: { nothingByItself?: boolean } = {},
): Promise<ReleasedOffice> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'opora-released-'))
  cpSync(path.join(fixtures, readdirSync(fixtures).sort().at(-1)!), dir, { recursive: true })
  const office = await startOffice({
    dataDir: dir,
    version: '0.0.0-test',
    workers: await testWorkers(),
    papers: await sharedPapers(),
    clock: () => Date.parse('2026-12-01T08:00:00Z'),
    ...wishes,
  })
  const clientOf = (caller: Caller): Client =>
    createRouterClient(router, { context: { office, caller } })
  return {
    office,
    stranger: () => clientOf(memoryCaller(office, 'cli')),
    async logIn(displayName) {
      const caller = memoryCaller(office, 'cli')
      const client = clientOf(caller)
      const state = await client.session.current({})
      const profiles = state.status === 'new' ? [] : state.profiles
      const { slotId } = profiles.find((one) => one.displayName === displayName)!
      await client.session.logIn({ slotId, password: demoPassword })
      return { client, caller }
    },
    rows: (sql) => office.vault.database().raw.prepare<[], Record<string, unknown>>(sql).all(),
    async dispose() {
      await office.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
