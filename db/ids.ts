import { randomBytes } from 'node:crypto'

let lastMillis = 0
let counter = 0

/**
 * A new UUIDv7 (RFC 9562): text that sorts by time of creation, so that rows of one table lie
 * together in its index. Within one millisecond, and while the clock is set back, a counter
 * keeps the order.
 */
export function newId(): string {
  const bytes = randomBytes(16)
  const millis = Date.now()
  if (millis > lastMillis) {
    lastMillis = millis
    counter = bytes.readUInt16BE(6) & 0x7ff
  } else if (++counter > 0xfff) {
    lastMillis += 1
    counter = 0
  }
  bytes.writeUIntBE(lastMillis, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  const hex = bytes.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
