import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { storedFileListSchema } from '#domain/backup/schema.ts'
import {
  copiesToPrune,
  snapshotsToPrune,
  type CopyRule,
  type MediumCopyAge,
} from '#domain/backup/retention.ts'
import type { Db } from '../connection.ts'
import { renameDurably } from '../durable.ts'
import { removeTree } from '../removal.ts'
import { entryAt, expectPlainNames, readPlain } from '../plain-entries.ts'
import { lastRestore } from '../queries/backup-restores.ts'
import { lastGoodSeq } from '../queries/office-checks.ts'
import { sparedSnapshots } from './aside.ts'
import { expectPlainMedium, storeFolders, type MediumPaths } from './medium.ts'
import { onMedium } from './medium-error.ts'
import {
  copyFilesFile,
  largestFileList,
  listCopies,
  listSnapshots,
  snapshotsFolder,
} from './snapshot.ts'

/** What pruning must know of the office, snapshots and media alike. */
export function copyRuleOf(db: Db): Required<CopyRule> {
  return { lastGoodSeq: lastGoodSeq(db), restoredAt: lastRestore(db)?.restoredAt ?? null }
}

/** A copy on a medium as the office remembers it. */
export interface RememberedCopy extends MediumCopyAge {
  name: string
}

/** Takes the snapshots away that the rule lets go; returns their names. */
export function pruneSnapshots(
  dataDir: string,
  office: Required<CopyRule> & { now: string; keyId: string },
): string[] {
  const whole = listSnapshots(dataDir).flatMap(({ name, manifest, problem }) =>
    manifest && problem === null
      ? [
          {
            name,
            createdAt: manifest.createdAt,
            auditSeq: manifest.auditHead?.seq ?? 0,
            occasion: manifest.occasion,
            keyId: manifest.keyId,
          },
        ]
      : [],
  )
  const spared = sparedSnapshots(dataDir)
  const names = snapshotsToPrune(whole, office).filter((name) => !spared.has(name))
  for (const name of names) removeCopy(join(dataDir, snapshotsFolder), name)
  return names
}

/**
 * Takes the copies away that the rule lets go, and the stored files that no copy names any more.
 * Only what this office remembers to have written is judged. Returns the ids.
 */
export function pruneMedium(
  paths: MediumPaths,
  remembered: readonly RememberedCopy[],
  rule: Required<CopyRule> & { keep: number; made: string },
): string[] {
  return onMedium(paths.medium, () => {
    expectPlainMedium(paths)
    // Before anything goes: half a pruning for the sake of a link would be worse than none.
    for (const folder of storeFolders(paths.files)) expectPlainNames(folder)
    // Whatever the rule says: the copy that was made just now is what somebody goes home with.
    const ids = copiesToPrune(remembered, rule.keep, rule).filter((id) => id !== rule.made)
    for (const { id, name } of remembered) if (ids.includes(id)) removeCopy(paths.copies, name)
    if (ids.length > 0) removeUnnamedFiles(paths)
    return ids
  })
}

/** First the name goes: half a copy must not look like one. */
function removeCopy(folder: string, name: string): void {
  const part = join(folder, `${name}.part`)
  for (const path of [join(folder, name), part]) entryAt(path)
  try {
    renameDurably(join(folder, name), part)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  removeTree(part)
}

/** A list that cannot be read may name any file: then none is taken away. */
function removeUnnamedFiles(paths: MediumPaths): void {
  const named = new Set<string>()
  for (const { folder } of listCopies(paths.copies)) {
    try {
      const text = readPlain(join(folder, copyFilesFile), largestFileList)
      for (const { hash } of storedFileListSchema.parse(JSON.parse(text.toString('utf8'))))
        named.add(hash)
    } catch {
      return
    }
  }
  for (const folder of storeFolders(paths.files))
    for (const name of readdirSync(folder)) if (!named.has(name)) removeTree(join(folder, name))
}
