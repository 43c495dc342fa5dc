import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { startServer } from './built-server.ts'
import type { BenchOffice } from './office.ts'
import { password } from './office.ts'
import { httpClient } from './http-client.ts'
import type { Figure } from './statistics.ts'

/** Resident memory of a process, MB. */
function resident(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))
  return Number(line?.[1] ?? Number.NaN) / 1024
}

async function bareNode(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const size = resident(child.pid ?? 0)
  child.kill()
  return size
}

/** The bundled server after a log-in and one page of the list, against Node doing nothing. */
export async function memoryFigures(bench: BenchOffice, people: number): Promise<Figure[]> {
  if (process.platform !== 'linux') return []
  const floor = await bareNode()
  await bench.office.close()
  const server = startServer(bench.dir)
  const client = await httpClient((await server.url).replace(/\/$/, ''), password)
  await client.people.list({ offset: 0, limit: 60 })
  // The password hashing borrows 128 MB for a moment; what stays is what counts.
  await new Promise((resolve) => setTimeout(resolve, 3000))
  const value = resident(server.pid)
  await server.stop()
  return [
    {
      name: `server after log-in and a page of ${people.toLocaleString('en')} people, resident`,
      value,
      unit: 'MB',
      floor: { name: 'bare Node', value: floor },
      target: 3,
      kind: 'ratio',
    },
  ]
}
