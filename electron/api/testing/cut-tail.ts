import type { RunningOffice } from './office.ts'

/** As a thief with the key would: the last entries, what was said of them, and the checkpoints. */
export function cutTail({ office }: RunningOffice, count: number): void {
  const { raw } = office.vault.database()
  const triggers = raw
    .prepare<[], { name: string; sql: string }>(
      "select name, sql from sqlite_master where type = 'trigger' and name like 'audit_%'",
    )
    .all()
  for (const { name } of triggers) raw.exec(`drop trigger ${name}`)
  const after = String(lastSeq({ office }) - count)
  for (const table of ['audit_checkpoints', 'audit_payloads', 'audit_entries'])
    raw.exec(`delete from ${table} where seq > ${after}`)
  for (const { sql } of triggers) raw.exec(sql)
}

/** Number of the last entry of the journal. */
export function lastSeq({ office }: Pick<RunningOffice, 'office'>): number {
  const { raw } = office.vault.database()
  const { seq } = raw.prepare('select max(seq) as seq from audit_entries').get() as { seq: number }
  return seq
}
