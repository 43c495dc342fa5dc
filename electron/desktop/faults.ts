import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { app } from 'electron'
import log from 'electron-log/main'

/**
 * Faults of the shell go to a file in the data folder. Messages of errors may carry what somebody
 * typed, so only the kind of the error and the places in our own code are written.
 */
export function startFaultLog(dataDir: string): void {
  log.transports.file.resolvePathFn = () => path.join(dataDir, 'logs', 'desktop.log')
  log.transports.file.maxSize = 1024 * 1024
  log.transports.console.level = app.isPackaged ? false : 'warn'
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => {
    log.error('page process gone', reason, exitCode)
  })
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log.error('helper process gone', type, reason, exitCode)
  })
}

/** Writes a fault down and returns the number by which the administrator finds it. */
export function noteFault(where: string, fault: unknown): string {
  const reference = randomBytes(3).toString('hex').toUpperCase()
  log.error(reference, where, describeFault(fault))
  return reference
}

/** Kind, code and places of an error; never its message. */
export function describeFault(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault
  const code = 'code' in fault && typeof fault.code === 'string' ? ` ${fault.code}` : ''
  const places = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [`${fault.name}${code}`, ...places].join('\n')
}
