import { DatabaseDamaged, typedDatabaseError } from '#db/errors.ts'
import { pruneDrafts } from '#db/queries/drafts.ts'
import { pruneAnswers } from '#db/queries/idempotency.ts'
import type { OfficeDoor } from '#electron/api/kernel/office-door.ts'
import { isWorkedIn } from '../audit/worked-in.ts'
import { settingValue } from '../kernel/settings.ts'

/** Part of the term on which the office must have worked, and the least of it. */
const ofTerm = 0.5
const leastDays = 14

/**
 * Unfinished forms that nobody took up again; the list of drafts says beforehand until when. And the
 * answers to what was sent from them: only a draft can still ask for one. Begun at each log-in, which
 * neither waits for it nor is refused by a disk that is full.
 */
export function forgetOldDrafts(office: OfficeDoor): void {
  setTimeout(() => {
    // Everybody may have locked or gone meanwhile.
    if (!office.vault.isOpen) return
    try {
      forget(office)
    } catch (error) {
      office.logFault('drafts', error)
      // A page that does not read is told to everybody as soon as it is looked for.
      if (typedDatabaseError(error) instanceof DatabaseDamaged) office.checkSoon()
    }
  }, 0).unref()
}

function forget(office: OfficeDoor): void {
  const database = office.vault.database()
  const today = office.today()
  const days = settingValue(database.orm, 'draftKeepingDays', today)
  if (!isWorkedIn(database.orm, today, Math.max(leastDays, Math.ceil(days * ofTerm)))) return
  const before = new Date(Date.parse(office.now()) - days * 86_400_000).toISOString()
  database.transaction((tx) => {
    pruneDrafts(tx, before)
    pruneAnswers(tx, before)
  })
}
