import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Order, Said } from './protocol.ts'

/** Asked at everything the process says: in how many milliseconds it is killed; null: not yet. */
export type KillAt = (one: Said) => number | null

/** Starts the process and kills it; everything it said. Throws where it ended by itself. */
export function runAndKill(driver: URL, order: Order, killAt: KillAt): Promise<Said[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(driver), JSON.stringify(order)], {
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const said: Said[] = []
    let complaint = ''
    let killing = false
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const one = JSON.parse(line) as Said
      said.push(one)
      if (killing) return
      const ms = killAt(one)
      if (ms === null) return
      killing = true
      setTimeout(() => child.kill('SIGKILL'), ms)
    })
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(said)
      else reject(new Error(`it ended by itself\n${complaint}`))
    })
  })
}

/** So long after the process said this for the first time. */
export const after =
  (kind: Said['kind'], ms: number): KillAt =>
  (one) =>
    one.kind === kind ? ms : null
