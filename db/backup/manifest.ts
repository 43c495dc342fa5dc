import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { copyFormat, copyManifestSchema, type CopyManifest } from '#domain/backup/schema.ts'
import { codeOf } from '../disk.ts'
import {
  entryBelow,
  expectPlainNames,
  readPlain,
  readPlainLater,
  rootOfCopy,
  TooLong,
} from '../plain-entries.ts'
import { bundledMigrations, nextChain, type Migration } from '../known-migrations.ts'
import { BackupFailed } from './errors.ts'

export const manifestFile = 'manifest.json'
const largestManifest = 64 * 1024

/** As it lies in the folder of a copy. */
export interface SignedManifest {
  manifest: CopyManifest
  mac: string
  /** Its own bytes, as they were read. */
  bytes: Buffer
}

const signedSchema = z.object({
  manifest: copyManifestSchema,
  mac: z.string().regex(/^[0-9a-f]{64}$/),
})
const anyFormat = z.object({
  manifest: z.looseObject({ format: z.int(), programVersion: z.string().max(40).optional() }),
})

/** The bytes of the manifest, authenticated with the key of the database that it describes. */
export function serialiseManifest(manifest: CopyManifest, databaseKey: Buffer): Buffer {
  return Buffer.from(
    `${JSON.stringify({ manifest, mac: macOf(manifest, databaseKey) }, null, 2)}\n`,
  )
}

/**
 * What the folder of a copy says about itself, not yet authenticated. Throws BackupFailed:
 * copyIncomplete (there is none), copyDamaged, copyNewer,
 * notFollowed (something in the folder or above it is no plain file or folder).
 */
export function readManifest(folder: string): SignedManifest {
  const file = join(folder, manifestFile)
  let bytes: Buffer
  try {
    if (entryBelow(rootOfCopy(folder), folder)) expectPlainNames(folder)
    bytes = readPlain(file, largestManifest)
  } catch (error) {
    throw unread(error)
  }
  return { ...parseManifest(bytes.toString('utf8')), bytes }
}

/** The same without waiting for a slow medium. */
export async function readManifestLater(folder: string): Promise<Omit<SignedManifest, 'bytes'>> {
  const file = join(folder, manifestFile)
  const bytes = await readPlainLater(rootOfCopy(folder), file, largestManifest).catch(
    (error: unknown) => {
      throw unread(error)
    },
  )
  return parseManifest(bytes.toString('utf8'))
}

function unread(error: unknown): unknown {
  if (error instanceof TooLong) return new BackupFailed('copyDamaged')
  const isGone = codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'
  return isGone ? new BackupFailed('copyIncomplete') : error
}

export function parseManifest(text: string): Omit<SignedManifest, 'bytes'> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new BackupFailed('copyDamaged')
  }
  const any = anyFormat.safeParse(value)
  if (any.success && any.data.manifest.format > copyFormat)
    throw new BackupFailed('copyNewer', { version: any.data.manifest.programVersion ?? '' })
  const signed = signedSchema.safeParse(value)
  if (!signed.success) throw new BackupFailed('copyDamaged')
  return signed.data
}

/** Throws copyDamaged unless the manifest was written by somebody who had the database key. */
export function expectAuthentic(
  signed: Pick<SignedManifest, 'manifest' | 'mac'>,
  databaseKey: Buffer,
): void {
  const found = Buffer.from(signed.mac, 'hex')
  const expected = Buffer.from(macOf(signed.manifest, databaseKey), 'hex')
  if (!timingSafeEqual(found, expected)) throw new BackupFailed('copyDamaged')
}

/**
 * How the copy's schema stands to this program's: the same or older is `known`. Newer is asked
 * first, since a later program has more migrations, of which this one cannot say anything.
 */
export function schemaOf(
  { schema }: Pick<CopyManifest, 'schema'>,
  migrations: readonly Migration[] = bundledMigrations,
): 'known' | 'newer' | 'forked' {
  const { count, name, chain } = schema
  if (count > migrations.length) return 'newer'
  const known = migrations.slice(0, count)
  const expected = known.reduce(nextChain, '')
  return expected === chain && known.at(-1)?.name === name ? 'known' : 'forked'
}

/** Throws copyNewer or copyForked. */
export function expectKnownSchema(
  manifest: CopyManifest,
  migrations: readonly Migration[] = bundledMigrations,
): void {
  const found = schemaOf(manifest, migrations)
  if (found === 'newer') throw new BackupFailed('copyNewer', { version: manifest.programVersion })
  if (found === 'forked') throw new BackupFailed('copyForked')
}

/** zod gives the fields back in the order of the schema, so read and written text are the same. */
function macOf(manifest: CopyManifest, databaseKey: Buffer): string {
  const key = Buffer.from(
    hkdfSync('sha256', databaseKey, Buffer.alloc(0), 'opora copy manifest', 32),
  )
  const ordered = copyManifestSchema.parse(manifest)
  try {
    return createHmac('sha256', key).update(JSON.stringify(ordered), 'utf8').digest('hex')
  } finally {
    key.fill(0)
  }
}
