import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Order, Said } from './protocol.ts'

/**
 * Starts the process and kills it so many milliseconds after it said `after`; everything it said.
 * Throws where it ended by itself.
 */
export function runAndKill(
  driver: URL,
  order: Order,
  { after, ms }: { after: Said['kind']; ms: number },
): Promise<Said[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(driver), JSON.stringify(order)], {
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const said: Said[] = []
    let complaint = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const one = JSON.parse(line) as Said
      said.push(one)
      if (one.kind === after) setTimeout(() => child.kill('SIGKILL'), ms)
    })
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(said)
      else reject(new Error(`it ended by itself\n${complaint}`))
    })
  })
}
