import type { CopyManifest } from '#domain/backup/schema.ts'
import type { Keyring } from '#db/keyring/format.ts'

/** What can be told of a copy without a key, and who can open it. */
export function seenCopy(manifest: CopyManifest, keyring: Keyring) {
  const { auditHead } = manifest
  return {
    copy: {
      copyId: manifest.copyId,
      officeName: manifest.officeName,
      kind: manifest.kind,
      occasion: manifest.occasion,
      createdAt: manifest.createdAt,
      madeBy: manifest.madeBy,
      programVersion: manifest.programVersion,
      counts: manifest.counts,
      lastEntry: auditHead ? { seq: auditHead.seq, at: auditHead.recordedAt } : null,
    },
    profiles: keyring.slots
      .filter((slot) => slot.kind === 'account')
      .map((slot) => ({ slotId: slot.id, displayName: slot.displayName })),
  }
}
