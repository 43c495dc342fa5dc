import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { getOffice } from '#db/queries/office.ts'
import { listAccounts } from '#db/queries/accounts.ts'
import { localClient, type Client } from '#electron/cli/connect.ts'
import { builtWorkers } from '#electron/office/built-workers.ts'
import { startOffice, type Office } from '#electron/office/office.ts'
import { insertInventedPeople } from './invented-people.ts'

export const password = 'пет бели лодки 31'
const root = process.cwd()

export interface BenchOffice {
  dir: string
  office: Office
  client: Client
  close(): Promise<void>
}

/** A real office of `people` people in a folder of its own: production key derivation and cipher. */
export async function benchOffice(people: number, clock = Date.now): Promise<BenchOffice> {
  const parent = mkdtempSync(path.join(os.tmpdir(), 'opora-bench-'))
  const dir = path.join(parent, 'data')
  mkdirSync(dir)
  const office = await startOffice({
    dataDir: dir,
    version: 'bench',
    clock,
    workers: builtWorkers(path.join(root, 'dist/main')),
  })
  const client = localClient(office)
  await client.office.setUp({
    office: {
      name: 'Център за социални услуги (ПРИМЕР)',
      municipality: 'Примерна',
      region: 'Кюстендил',
      eik: '000193282',
      settlement: 'Примерна',
      address: 'ул. „Първа“ № 1',
      mayorName: 'Петър Примеров',
      headOfServiceName: 'Мария Пробева',
      programme: 'assistantSupport',
    },
    account: { displayName: 'Мярка' },
    password,
    isDemo: true,
  })
  const { vault } = office
  const by = listAccounts(vault.database().orm)[0]?.id ?? getOffice(vault.database().orm).id
  const begun = performance.now()
  insertInventedPeople(vault.database(), people, { by, at: office.now() })
  vault.database().raw.exec('analyze')
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`${people.toLocaleString('en')} invented people made in ${seconds} s`)
  return {
    dir,
    office,
    client,
    async close() {
      await office.close()
      if (existsSync(parent)) rmSync(parent, { recursive: true, force: true })
    },
  }
}
