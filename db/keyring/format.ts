import { createHash } from 'node:crypto'
import { z } from 'zod'
import { idSchema } from '#domain/text/id.ts'

export const keyringFormat = 1

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${String(bytes * 2)}}$`))
const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/)

/** The private half of a slot's key pair under a password (or under the recovery code). */
const lockedPrivateKeySchema = z.object({
  kdf: z.literal('scrypt'),
  n: z.int(),
  r: z.int(),
  p: z.int(),
  salt: hex(16),
  nonce: hex(12),
  ciphertext: base64,
  tag: hex(16),
})

const slotSchema = z.object({
  id: idSchema,
  kind: z.enum(['account', 'recovery']),
  /** The name on the login screen; empty for the recovery slot. */
  displayName: z.string().max(200),
  /** DER, SubjectPublicKeyInfo. */
  publicKey: base64,
  privateKey: lockedPrivateKeySchema,
  /** The database key, RSA-OAEP to `publicKey`. */
  sealedKey: base64,
})

export const keyringSchema = z.object({
  format: z.literal(keyringFormat),
  officeId: idSchema,
  officeName: z.string().max(300),
  /** Grows with every change: of the two copies the higher one is the newer. */
  revision: z.int().min(1),
  /** Names the database key without telling it: a wrong key is told from a damaged database. */
  keyId: hex(16),
  slots: z.array(slotSchema).min(1).max(200),
})

export type Keyring = z.infer<typeof keyringSchema>
export type Slot = z.infer<typeof slotSchema>
export type LockedPrivateKey = z.infer<typeof lockedPrivateKeySchema>

const fileSchema = z.object({ keyring: keyringSchema, sha256: hex(32) })

/** The text of the file: the keyring and the hash of its own JSON, so that a torn file is known. */
export function serialiseKeyring(keyring: Keyring): Buffer {
  return Buffer.from(`${JSON.stringify({ keyring, sha256: hashOf(keyring) }, null, 2)}\n`)
}

/** The keyring, or null where the text is torn, altered or of another format. */
export function parseKeyring(text: string): Keyring | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const parsed = fileSchema.safeParse(value)
  if (!parsed.success) return null
  return hashOf(parsed.data.keyring) === parsed.data.sha256 ? parsed.data.keyring : null
}

/** Format number of a file that this program may be too old for; null when it cannot be told. */
export function formatOf(text: string): number | null {
  try {
    const value = z.object({ keyring: z.object({ format: z.int() }) }).parse(JSON.parse(text))
    return value.keyring.format
  } catch {
    return null
  }
}

/** Fingerprint of a slot's public key (SHA-256, hex): what the database keeps as verifier. */
export function slotFingerprint(slot: Pick<Slot, 'publicKey'>): string {
  return createHash('sha256').update(Buffer.from(slot.publicKey, 'base64')).digest('hex')
}

function hashOf(keyring: Keyring): string {
  return createHash('sha256').update(JSON.stringify(keyring)).digest('hex')
}
