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
    const owner = findPersonByNumber(tx, data.idKind, data.idNumber)
    throw ruleError([
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
}
