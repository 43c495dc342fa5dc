import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { formatMunicipality } from '#domain/text/format.ts'
import { appendAudit } from '#db/audit/append.ts'
import { slotFingerprint } from '#db/keyring/format.ts'
import { keepTrusted, reissueRecovery } from '#db/keyring/keyring.ts'
import { recoveryGroupMatches } from '#db/keyring/recovery-code.ts'
import { readKeyring, writeKeyring } from '#db/keyring/store.ts'
import { trustedSlots } from '#db/keyring/verifier.ts'
import { confirmRecovery, getOffice, setRecoverySlot } from '#db/queries/office.ts'
import { buildRecoverySheet } from '#papers/keyring/builder.ts'
import { ruleError } from '../kernel/faults.ts'
import { preparedAction, unrepeatable } from '../kernel/actions.ts'
import { read } from '../kernel/procedures.ts'

const tries = 3

/**
 * The recovery sheet: printed once, never stored, logged or cached. Its code waits in memory only
 * until one of its groups has been typed back from the paper.
 */
export default {
  /** Whether a sheet was printed and waits for one of its groups: after a lock or a reload. */
  pending: read(
    { permission: 'accounts.manage', audit: 'none', input: z.object({}) },
    ({ office, actor, db }) => {
      const sheet = office.recoverySheets.get(actor.accountId)
      return {
        askGroup: sheet ? sheet.ask + 1 : null,
        issuedAt: getOffice(db).recoveryIssuedAt,
      }
    },
  ),

  /** A new sheet; the one before opens nothing any more. Returns the PDF as base64. */
  issueSheet: unrepeatable(
    { permission: 'accounts.manage', audit: 'recovery.issued', input: z.object({}) },
    async ({ office, actor, now, today, database }) => {
      const { keyring } = readKeyring(office.dataDir)
      const made = await reissueRecovery(keyring, office.vault.key(), office.hashing)
      writeKeyring(office.dataDir, made.keyring)
      database.transaction((tx) => {
        setRecoverySlot(tx, { slotId: made.slot.id, fingerprint: slotFingerprint(made.slot) }, now)
        appendAudit(
          tx,
          {
            at: now,
            actor: actor.accountId,
            action: 'recovery.issued',
            subjectKind: 'office',
            subjectId: getOffice(tx).id,
            payload: {},
          },
          office.now(),
        )
      })
      writeKeyring(office.dataDir, keepTrusted(made.keyring, trustedSlots(database.orm)))
      const groups = made.recoveryCode.split('-')
      const ask = randomInt(groups.length)
      office.recoverySheets.set(actor.accountId, { code: made.recoveryCode, ask, triesLeft: tries })
      const { data, isDemo } = getOffice(database.orm)
      const sheet = buildRecoverySheet({
        municipality: formatMunicipality(data.municipality),
        officeName: data.name,
        demo: isDemo,
        date: today,
        groups,
      })
      const { pdf } = await office.papers.render({
        layout: 'recovery',
        data: sheet.data,
        documentDate: sheet.documentDate,
      })
      return { pdf: Buffer.from(pdf).toString('base64'), askGroup: ask + 1 }
    },
  ),

  /** The asked group, typed from the paper. Three wrong ones: print the sheet again. */
  confirm: preparedAction(
    {
      permission: 'accounts.manage',
      audit: 'recovery.confirmed',
      subject: 'office',
      input: z.object({ group: z.string().max(40) }),
    },
    ({ input, office, actor }) => {
      const sheet = office.recoverySheets.get(actor.accountId)
      if (!sheet) throw ruleError([{ code: 'recoverySheetGone', path: ['group'] }])
      if (!recoveryGroupMatches(sheet.code, sheet.ask, input.group)) {
        sheet.triesLeft -= 1
        if (sheet.triesLeft <= 0) office.recoverySheets.delete(actor.accountId)
        const code = sheet.triesLeft > 0 ? 'recoveryGroupDiffers' : 'recoverySheetGone'
        throw ruleError([
          { code, path: ['group'], params: { group: sheet.ask + 1, count: sheet.triesLeft } },
        ])
      }
      return Promise.resolve()
    },
    ({ tx, audit, now, office, actor }) => {
      confirmRecovery(tx, now)
      audit({ subjectId: getOffice(tx).id })
      office.recoverySheets.delete(actor.accountId)
      return { confirmed: true }
    },
  ),
}
