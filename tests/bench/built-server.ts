import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'

const running = new Set<ChildProcess>()
// A bench that fails in the middle leaves no server behind.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** The built server on a folder, as `opora server` starts it. */
export function startServer(dir: string) {
  const child = spawn(
    process.execPath,
    [path.join(process.cwd(), 'dist/main/server.js'), '--dir', dir],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  running.add(child)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      running.delete(child)
      resolve()
    })
  })
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const found = /OPORA_URL=(\S+)/.exec(text)?.[1]
      if (found !== undefined) resolve(found)
    })
    void ended.then(() => {
      reject(new Error('the server ended before it said its address'))
    })
  })
  return {
    pid: child.pid ?? 0,
    /** With a slash at its end. */
    url,
    async stop() {
      child.kill()
      await ended
    },
  }
}
