import { join } from 'node:path'
import { listSnapshots, snapshotsFolder } from '#db/backup/snapshot.ts'
import { needsNewerProgram, type RescueReason } from '#domain/backup/office-state.ts'
import backupTexts from '#locales/bg/backup.json' with { type: 'json' }
import texts from '#locales/bg/cli.json' with { type: 'json' }
import { copySentence } from './copy-problem.ts'

/**
 * Why nobody can log in to what stands in the folder, and the way on: the command that brings the
 * newest copy back, as the page of the rescue offers it. A newer program is no matter of copies.
 */
export function rescueLine(reason: RescueReason, dataDir: string): string {
  const why = backupTexts.rescue[reason]
  if (needsNewerProgram(reason)) return why
  const snapshots = listSnapshots(dataDir)
  const newest = snapshots.find(({ problem }) => problem === null)
  const unread = snapshots
    .slice(0, newest && snapshots.indexOf(newest))
    .map(({ name, problem, params }) => problem && `${name}: ${copySentence(problem, params)}`)
  const way = newest
    ? texts.rescueSnapshot.replace('{{copy}}', quoted(join(dataDir, snapshotsFolder, newest.name)))
    : texts.rescueMedium
  return [why, ...unread, way.replace('{{dir}}', quoted(dataDir))].join(' ')
}

/** As a console takes it, with the spaces of a Windows folder. */
const quoted = (path: string) => `"${path}"`
