import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
} from 'node:crypto'
import { promisify } from 'node:util'
import { newId } from '../ids.ts'
import { WrongPassword } from './errors.ts'
import { keyringFormat, type LockedPrivateKey, type Slot } from './format.ts'
import { expectCost, hashPassword, productionCost, type HashOptions } from './password-hash.ts'

const makeKeyPair = promisify(generateKeyPair)
/** Half a second on an office computer. */
const productionKeyBits = 3072

export interface NewSlot {
  officeId: string
  kind: Slot['kind']
  displayName: string
  secret: string
}

/** A slot with a new key pair; the database key sealed to it. */
export async function makeSlot(
  wanted: NewSlot,
  databaseKey: Buffer,
  options: HashOptions,
): Promise<Slot> {
  const id = newId()
  const modulusLength = options.keyBits ?? productionKeyBits
  const pair = await makeKeyPair('rsa', { modulusLength, publicExponent: 0x10001 })
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const der = pair.privateKey.export({ type: 'pkcs8', format: 'der' })
  try {
    return {
      id,
      kind: wanted.kind,
      displayName: wanted.displayName,
      publicKey,
      privateKey: await lockPrivateKey(der, wanted.officeId, id, wanted.secret, options),
      sealedKey: sealKey(publicKey, databaseKey),
    }
  } finally {
    der.fill(0)
  }
}

/** The private half under a password: scrypt → AES-256-GCM. */
export async function lockPrivateKey(
  der: Buffer,
  officeId: string,
  slotId: string,
  secret: string,
  options: HashOptions,
): Promise<LockedPrivateKey> {
  const cost = options.cost ?? productionCost
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const key = await hashPassword(secret, salt, cost)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(associatedData(officeId, slotId))
  const ciphertext = Buffer.concat([cipher.update(der), cipher.final()])
  key.fill(0)
  return {
    kdf: 'scrypt',
    ...cost,
    salt: salt.toString('hex'),
    nonce: nonce.toString('hex'),
    ciphertext: ciphertext.toString('base64'),
    tag: cipher.getAuthTag().toString('hex'),
  }
}

/** PKCS #8 bytes of the private half. Throws WrongPassword, SlotParametersRefused. */
export async function openPrivateKey(
  officeId: string,
  slot: Slot,
  secret: string,
  options: HashOptions,
): Promise<Buffer> {
  const locked = slot.privateKey
  expectCost(locked, options)
  const key = await hashPassword(secret, Buffer.from(locked.salt, 'hex'), locked)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(locked.nonce, 'hex'), {
      authTagLength: 16,
    })
    decipher.setAAD(associatedData(officeId, slot.id))
    decipher.setAuthTag(Buffer.from(locked.tag, 'hex'))
    const first = decipher.update(Buffer.from(locked.ciphertext, 'base64'))
    return Buffer.concat([first, decipher.final()])
  } catch {
    throw new WrongPassword()
  } finally {
    key.fill(0)
  }
}

/** Seals the database key to the public half: needs nobody's password. */
export function sealKey(publicKey: string, databaseKey: Buffer): string {
  const key = createPublicKey({
    key: Buffer.from(publicKey, 'base64'),
    type: 'spki',
    format: 'der',
  })
  return publicEncrypt({ key, ...oaep }, databaseKey).toString('base64')
}

export function unsealKey(privateDer: Buffer, slot: Slot): Buffer {
  const key = createPrivateKey({ key: privateDer, type: 'pkcs8', format: 'der' })
  try {
    return privateDecrypt({ key, ...oaep }, Buffer.from(slot.sealedKey, 'base64'))
  } catch {
    throw new WrongPassword()
  }
}

/** Names a database key without telling it. */
export function keyIdOf(databaseKey: Buffer): string {
  return createHmac('sha256', databaseKey).update('opora keyring key id').digest('hex').slice(0, 32)
}

const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }

/** A slot copied into another office's file, or under another id, does not open. */
function associatedData(officeId: string, slotId: string): Buffer {
  return Buffer.from(JSON.stringify(['opora keyring', keyringFormat, officeId, slotId]))
}
