import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterAll } from 'vitest'
import { weakHash } from '#db/testing/database.ts'
import { router } from '#electron/api/router.ts'
import { builtWorkers } from '#electron/office/built-workers.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { startOffice } from '#electron/office/office.ts'
import { buildPapersWorker } from '#papers/testing/build-worker.ts'
import { demoPassword, type Client } from '../desk.ts'
import { makeDemoOffice } from '../make.ts'

export const today = '2026-11-21'
const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

async function workers() {
  return { ...builtWorkers(os.tmpdir()), papers: await buildPapersWorker() }
}

/** An office made anew for a test; its folder is gone when the file of tests ends. */
export async function made(people: number, seed: string): Promise<string> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'opora-demo-test-'))
  folders.push(dataDir)
  await makeDemoOffice({
    dataDir,
    workers: await workers(),
    version: '0.0.0-test',
    hashing: weakHash,
    people,
    seed,
    today,
  })
  return dataDir
}

/** The finished office on its own day, seen by the head. */
export async function lookInto<T>(dataDir: string, look: (head: Client) => Promise<T>): Promise<T> {
  const office = await startOffice({
    dataDir,
    workers: await workers(),
    version: '0.0.0-test',
    hashing: weakHash,
    clock: () => Date.parse(`${today}T08:00:00Z`),
  })
  try {
    let session: Session | undefined
    const head: Client = createRouterClient(router, {
      context: {
        office,
        caller: {
          origin: 'cli',
          get session() {
            return session
          },
          signIn: (started) => (session = started),
          signOut: () => (session = undefined),
          maySetUp: () => false,
        },
      },
    })
    const state = await head.session.current({})
    const profile =
      state.status === 'new' ? undefined : state.profiles.find((one) => one.displayName === 'Мария Грижева') // prettier-ignore
    await head.session.logIn({ slotId: profile!.slotId, password: demoPassword })
    return await look(head)
  } finally {
    await office.close()
  }
}
