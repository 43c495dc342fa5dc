import type { AccountInput } from '#domain/accounts/schema.ts'
import type { OfficeInput } from '#domain/office/schema.ts'

/**
 * What was typed on the way, in memory only: before there is an encrypted database nothing with
 * names in it may be on the disk. Passwords are not even here.
 */
export interface SetupMemory {
  office: Partial<OfficeInput>
  account: Partial<Pick<AccountInput, 'displayName' | 'position'>>
}

const empty = (): SetupMemory => ({ office: {}, account: {} })
let memory = empty()

export const setupMemory = () => memory

export function rememberOffice(values: Partial<OfficeInput>) {
  memory = { ...memory, office: { ...memory.office, ...values } }
}

export function rememberAccount(values: SetupMemory['account']) {
  memory = { ...memory, account: { ...memory.account, ...values } }
}

export function forgetSetup() {
  memory = empty()
}

let created = false

/** The office was made by this page a moment ago: the recovery sheet is next, without asking. */
export function markCreated() {
  created = true
}

export const wasJustCreated = () => created

/** Once only: who logs out and in again is asked first, because a new sheet ends the old one. */
export function forgetCreated() {
  created = false
}
