import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/**
 * A stored file, format 1:
 *   0  4  'OPRF'
 *   4  1  format = 1
 *   5  1  cipher = 1 (AES-256-GCM)
 *   6  2  zero
 *   8 16  id of the data key (the bytes of its UUID)
 *  24 12  nonce, random
 *  36  n  ciphertext
 * 36+n 16  tag, over the header as associated data and the ciphertext
 */
const magic = Buffer.from('OPRF')
const headerBytes = 36
const tagBytes = 16
/** Above this a file would hold the main process for too long. */
export const largestFileBytes = 50 * 1024 * 1024

/** The stored bytes do not say what they said when they were written. */
export class FileDamaged extends Error {
  readonly hash: string
  readonly reason: 'missing' | 'hash' | 'format' | 'key' | 'tag'
  constructor(hash: string, reason: FileDamaged['reason']) {
    super(`stored file ${hash.slice(0, 12)} is damaged (${reason})`)
    this.hash = hash
    this.reason = reason
  }
}

export class FileTooBig extends Error {
  constructor() {
    super('the file is too big for the store')
  }
}

export interface DataKey {
  id: string
  key: Buffer
}

export function sealFile(bytes: Uint8Array, dataKey: DataKey): Buffer {
  if (bytes.length > largestFileBytes) throw new FileTooBig()
  const nonce = randomBytes(12)
  const header = Buffer.concat([magic, Buffer.from([1, 1, 0, 0]), keyIdBytes(dataKey.id), nonce])
  const cipher = createCipheriv('aes-256-gcm', dataKey.key, nonce)
  cipher.setAAD(header)
  return Buffer.concat([header, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** Bytes that a file of this size takes in the store. */
export function sealedSize(size: number): number {
  return headerBytes + size + tagBytes
}

/** Throws FileDamaged. `hash` is only for the error. */
export function openSealedFile(sealed: Buffer, dataKey: DataKey, hash: string): Buffer {
  const known = Buffer.concat([magic, Buffer.from([1, 1, 0, 0])])
  if (sealed.length < headerBytes + tagBytes || !sealed.subarray(0, 8).equals(known))
    throw new FileDamaged(hash, 'format')
  if (!sealed.subarray(8, 24).equals(keyIdBytes(dataKey.id))) throw new FileDamaged(hash, 'key')
  const decipher = createDecipheriv('aes-256-gcm', dataKey.key, sealed.subarray(24, headerBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(sealed.subarray(0, headerBytes))
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
  const body = sealed.subarray(headerBytes, sealed.length - tagBytes)
  try {
    return Buffer.concat([decipher.update(body), decipher.final()])
  } catch {
    throw new FileDamaged(hash, 'tag')
  }
}

export function hashOfSealed(sealed: Uint8Array): string {
  return createHash('sha256').update(sealed).digest('hex')
}

function keyIdBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}
