import type { PersonData } from '#domain/people/schema.ts'
import { formatFullName, formatSettlement } from '#domain/text/format-person.ts'
import type { Tx } from '#db/connection.ts'
import { typedDatabaseError, UniqueViolation } from '#db/errors.ts'
import { findPersonByNumber } from '#db/queries/people.ts'
import { ruleError } from '../kernel/faults.ts'

/** A number belongs to one person: the answer names the field and whose dossier it opens. */
export function withUniqueNumber<T>(tx: Tx, data: PersonData, path: string[], save: () => T): T {
  try {
    return save()
  } catch (error) {
    // Inside a transaction the driver's own error arrives here.
    if (!(typedDatabaseError(error) instanceof UniqueViolation)) throw error
    throw numberTaken(tx, data, path)
  }
}

/**
 * A number becomes another one in the dossier alone, where its ground is asked for; one that is
 * somebody else's says so first.
 */
export function numberElsewhere(tx: Tx, data: PersonData, path: string[]) {
  return findPersonByNumber(tx, data.idKind, data.idNumber)
    ? numberTaken(tx, data, path)
    : ruleError([{ code: 'idChangeInDossier', path }])
}

function numberTaken(tx: Tx, data: PersonData, path: string[]) {
  const owner = findPersonByNumber(tx, data.idKind, data.idNumber)
  return ruleError([
    {
      code: data.idKind === 'egn' ? 'personNumberTaken' : 'personDocumentTaken',
      path,
      params: {
        name: owner ? formatFullName(owner) : '',
        settlement: owner ? formatSettlement(owner.currentAddress) : '',
        personId: owner?.id ?? '',
      },
    },
  ])
}
