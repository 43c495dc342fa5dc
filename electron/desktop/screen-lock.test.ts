import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { lockWithScreen } from './screen-lock.ts'

test.each(['lock-screen', 'suspend'])(
  '%s locks the page; a window that is gone is left alone',
  (event) => {
    const power = new EventEmitter()
    const sent: string[] = []
    let isGone = false
    lockWithScreen(power, {
      isDestroyed: () => isGone,
      webContents: { send: (channel) => sent.push(channel) },
    })
    power.emit(event)
    expect(sent).toEqual(['opora:lock'])
    isGone = true
    power.emit(event)
    power.emit('resume')
    expect(sent).toHaveLength(1)
  },
)
