import { can } from '#domain/accounts/permissions.ts'
import { signingOf } from '#domain/people/rules.ts'
import type { Person, Representative, TelkDecision } from '#domain/people/schema.ts'
import { telkInForceOn, telkStateOn } from '#domain/people/telk.ts'
import { formatFullName } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { formerIdsOf } from '#db/queries/people-former-ids.ts'
import { listRepresentatives, listTelkDecisions } from '#db/queries/people-parts.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { masked } from '../kernel/list-source.ts'

/** Days before the end of a ТЕЛК decision from which the dossier warns. */
const telkWarnDays = 60

/**
 * What is typed into the search of people by a role that sees no number: a few digits would find out
 * the rest of somebody's ЕГН one by one, so only a number that is known nearly whole counts.
 */
export function nearlyWhole(text: string, actor: Session): string {
  if (can(actor.roles, 'people.revealId')) return text
  return text.replace(/\d(?:[\s.\-–]?\d)*/g, (digits) =>
    digits.replace(/\D/g, '').length < 9 ? '' : digits,
  )
}

/** Parts of a person that only those who keep the dossier receive. */
const keepersOnly = ['gp', 'ownWishText', 'maritalStatus', 'livesAlone'] as const

/** The person as a role may read it: no whole number to anybody, no more than its work needs. */
export function personFor(actor: Session, person: Person) {
  const keeps = can(actor.roles, 'people.write')
  const reveals = can(actor.roles, 'people.revealId')
  return {
    ...masked(person, actor),
    iban: null,
    idCardNumber: reveals ? person.idCardNumber : null,
    gp: keeps ? person.gp : null,
    ownWishText: keeps ? person.ownWishText : null,
    maritalStatus: keeps ? person.maritalStatus : ('unknown' as const),
    livesAlone: keeps ? person.livesAlone : ('unknown' as const),
    /** What was left out: the page says „Скрито за Вашата роля“ there. */
    hidden: [...(keeps ? [] : keepersOnly), ...(reveals ? [] : ['idNumber', 'idCardNumber'])],
  }
}

export function representativesFor(actor: Session, all: readonly Representative[]) {
  return all.map((one) => ({
    ...one,
    idNumber: one.idNumber === null ? null : masked({ idNumber: one.idNumber }, actor).idNumber,
    idCardNumber: can(actor.roles, 'people.revealId') ? one.idCardNumber : null,
  }))
}

/** A decision without what is health in the narrow sense. */
export function withoutHealth<T extends { diagnosis: string | null; icd10: string | null }>(
  decision: T,
): T {
  return { ...decision, diagnosis: null, icd10: null }
}

/** Whole for `people.readHealth`, without health for `people.readTelk`, nothing for others. */
export function telkFor(
  actor: Session,
  decisions: readonly TelkDecision[],
): TelkDecision[] | undefined {
  if (can(actor.roles, 'people.readHealth')) return [...decisions]
  return can(actor.roles, 'people.readTelk') ? decisions.map(withoutHealth) : undefined
}

/** Who signs for the person on a day: decides the warning of the identity bar. */
export function signerOf(person: Person, representatives: readonly Representative[], on: string) {
  const { mode, representative, problem } = signingOf(person, representatives, on)
  return {
    mode,
    name: representative ? formatFullName(representative) : null,
    kind: representative?.kind ?? null,
    ...(problem ? { problem } : {}),
  }
}

/** The dossier's person with all parts, as this role may read them. */
export function dossierFor(db: Db, actor: Session, person: Person, today: string) {
  const representatives = listRepresentatives(db, person.id)
  const decisions = listTelkDecisions(db, person.id)
  const inForce = telkInForceOn(decisions, today)
  return {
    person: personFor(actor, person),
    formerIds: can(actor.roles, 'people.revealId')
      ? formerIdsOf(db, person).map((one) => masked(one, actor))
      : [],
    representatives: representativesFor(actor, representatives),
    telkDecisions: telkFor(actor, decisions),
    telk:
      inForce && can(actor.roles, 'people.readTelk')
        ? { id: inForce.id, ...telkStateOn(inForce, person, today, telkWarnDays) }
        : undefined,
    signer: signerOf(person, representatives, today),
  }
}
