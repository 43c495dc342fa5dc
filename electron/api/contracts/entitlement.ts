import type { ApplicationInput, DocumentType } from '#domain/applications/schema.ts'
import type { ContractFacts } from '#domain/contracts/facts.ts'
import { telkInForceOn } from '#domain/people/telk.ts'
import type { Db } from '#db/connection.ts'
import { listTelkDecisions } from '#db/queries/people-parts.ts'

/** A paper that was brought with the application, where its number is known. */
export function documentOf({ documents }: ApplicationInput, type: DocumentType) {
  const found = documents.find((document) => document.type === type && document.number !== '')
  return found ? { number: found.number, date: found.date } : null
}

/** The ground of entitlement as the application has it (ЗСУ чл. 93, ал. 2). */
export function entitlementOf(
  db: Db,
  application: ApplicationInput,
  on: string,
): ContractFacts['entitlement'] {
  const { eligibilityGroup, personId } = application
  if (eligibilityGroup === null) return null
  if (eligibilityGroup === 'overWorkingAge') {
    const medical = documentOf(application, 'medicalDocument')
    return {
      group: 'overWorkingAge',
      document: medical && { kind: 'medicalDocument', ...medical },
    }
  }
  const decision = telkInForceOn(listTelkDecisions(db, personId), on)
  return {
    group: 'disabled',
    document: decision
      ? {
          kind: decision.issuer === 'nelk' ? 'nelk' : 'telk',
          number: decision.number,
          date: decision.decidedOn,
        }
      : null,
  }
}
