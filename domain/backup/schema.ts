import { z } from 'zod'
import { idSchema } from '#domain/text/id.ts'

/**
 * Shapes of a copy (docs/decisions/0009). What stands in a manifest can be read without a key:
 * nothing may be added here that names or describes a person served.
 */
export const copyFormat = 1

/** A snapshot lies beside the database, a stick is any place outside it, a folder or share too. */
export const copyKinds = ['snapshot', 'stick'] as const
export type CopyKind = (typeof copyKinds)[number]

/** Why a copy was made. A safety copy is what a restore leaves behind of the state before it. */
export const copyOccasions = ['login', 'migration', 'safety', 'keyChange', 'asked'] as const
export type CopyOccasion = (typeof copyOccasions)[number]

const hex64 = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.iso.datetime()
const count = z.int().min(0)
const writtenFile = z.object({ size: count, sha256: hex64 })

export const copyManifestSchema = z.object({
  format: z.int().min(1),
  copyId: z.uuid(),
  officeId: idSchema,
  officeName: z.string().max(500),
  kind: z.enum(copyKinds),
  occasion: z.enum(copyOccasions),
  /** When it was begun. */
  createdAt: instant,
  /** Name on the screen of who made it; null: the program by itself. */
  madeBy: z.string().max(200).nullable(),
  programVersion: z.string().max(40),
  /** The last migration of the database and the hash chain up to it. */
  schema: z.object({ count, name: z.string().max(100), chain: hex64 }),
  /** Which database key opens it: `keyIdOf`. */
  keyId: z.string().regex(/^[0-9a-f]{32}$/),
  counts: z.object({
    people: count,
    applications: count,
    contracts: count,
    papers: count,
    files: count,
  }),
  /** The last audit entry: the anchor of the chain. Null in an office where nothing happened yet. */
  auditHead: z.object({ seq: z.int().min(1), hash: hex64, recordedAt: instant }).nullable(),
  /**
   * When this database was last brought back from a copy; absent where it never was. The state that
   * was replaced then has the higher numbers, and is the older one all the same.
   */
  restoredAt: instant.optional(),
  database: writtenFile,
  keyring: writtenFile,
  /** `files.json`; `bytes` is the size of all stored files together. */
  files: writtenFile.extend({ bytes: count }),
})
export type CopyManifest = z.output<typeof copyManifestSchema>

export const storedFileListSchema = z.array(z.object({ hash: hex64, size: count }))
export type StoredFileList = z.output<typeof storedFileListSchema>

/** Where copies are looked for or written to, as it is typed: no path holds a zero sign. */
export const placeSchema = z
  .string()
  .min(1, 'required')
  .max(1000, 'textTooLong')
  .refine((text) => !text.includes('\0'), 'placeMissing')

/** `medium.json`: by what a stick is known again. */
export const mediumSchema = z.object({
  format: z.literal(1),
  id: z.uuid(),
  name: z.string().min(1).max(60),
})
export type Medium = z.output<typeof mediumSchema>

/** written: flushed, not read back uncached. failed: reads differently from what was written. */
export const copyStates = ['written', 'verified', 'failed'] as const
export type CopyState = (typeof copyStates)[number]

/** Steps of a copy to a medium, in this order; words under `backup:step.*`. */
export const copySteps = ['snapshot', 'write', 'readBack', 'open', 'compare'] as const
export type CopyStep = (typeof copySteps)[number]

/** Steps of a restore or of a change of key. */
export const restoreSteps = ['safety', 'read', 'open', 'migrate', 'check', 'swap'] as const
export type RestoreStep = (typeof restoreSteps)[number]

/** Why a copy could not be made, read or restored; sentences under `backup:problem.*`. */
export const backupProblems = [
  /** Not enough space on the medium: params `needed`, `free` in bytes. */
  'mediumFull',
  'mediumGone',
  'mediumReadOnly',
  'mediumUnreadable',
  /** A file over 4 GB on FAT32. */
  'fileTooBigForMedium',
  /** Reads back differently from what was written. */
  'readBackDiffers',
  /** The place is inside the data folder, or is the data folder. */
  'placeInsideData',
  'placeMissing',
  /** It does not say in time whether it is there: a network folder that is away. */
  'placeSilent',
  /** Stored files of the office are missing or damaged on the computer: param `count`. */
  'filesMissing',
  /** The office's own disk is full: params `needed`, `free` in bytes. */
  'ownDiskFull',
  /** The disk refused in the middle of the swap: it ends as soon as the disk lets it. */
  'swapUnfinished',
  /** The office's database itself does not read whole: restore, do not copy. */
  'databaseDamaged',
  /** Another copy is being made or read. */
  'copyRunning',
  /** The copy is not where it was written. */
  'copyGone',
  'copyIncomplete',
  /** A link, a pipe or a device where a file or folder of ours should be: param `where`. */
  'notFollowed',
  'copyDamaged',
  /** Made by a later version of the program: param `version`. */
  'copyNewer',
  'copyForked',
  /** The copy is of another office than the one that stands here. */
  'otherOffice',
  'noLiveOffice',
] as const
export type BackupProblem = (typeof backupProblems)[number]
