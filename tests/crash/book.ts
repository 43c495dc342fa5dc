import { expect } from 'vitest'
import type { Act, Said, State } from './protocol.ts'
import type { Held } from './stick.ts'

/** What was answered: it must be there. */
interface Known {
  people: Set<string>
  issued: Set<string>
}
const copyOf = ({ people, issued }: Known): Known => ({
  people: new Set(people),
  issued: new Set(issued),
})

/** Keeps what was answered, and compares it with what is found afterwards. */
export function createBook() {
  let known: Known = { people: new Set(), issued: new Set() }
  /** What there was when the act began that is under way. */
  let before: Known = copyOf(known)
  const copies = new Map<string, Known>()
  /** Copies on the stick that were told as verified, the last one last. */
  const verified: string[] = []
  let restores: readonly string[] = []
  let restoring: string | undefined
  let open: Act | undefined
  let begun = false
  const acks: Record<string, number> = {}

  /**
   * A copy is made within one act, also one whose answer was cut and the one that a restore makes for
   * safety: it holds what there was when the act began.
   */
  const noteCopies = (names: readonly string[]) => {
    for (const name of names) if (!copies.has(name)) copies.set(name, before)
    before = copyOf(known)
  }
  const held = (name: string, where: string): Known => {
    const copy = copies.get(name)
    if (!copy) throw new Error(`${where}: restored from ${name}, which nobody made`)
    return copyOf(copy)
  }

  const compare = (state: State, where: string) => {
    expect(state.whole, `${where}: verify`).toBe(true)
    expect(state.swapLeft, `${where}: swap.json`).toBe(false)
    expect(state.brokenSnapshots, `${where}: half a snapshot`).toBe(0)
    // A restore that was cut has happened, or it has not.
    if (restoring !== undefined && state.restores.some((id) => !restores.includes(id)))
      known = held(restoring, where)
    const missing = [
      ...[...known.people].filter((id) => !state.people.includes(id)),
      ...[...known.issued].filter((id) => !state.issued.includes(id)),
    ]
    expect(missing, `${where}: lost after ${String(open)}`).toEqual([])
    // An issued contract has its frozen paper, and no paper stands without its contract.
    expect(state.papers.toSorted(), `${where}: papers`).toEqual(state.issued.toSorted())
    if (begun) {
      // Of what was not answered at most the one that was cut may be there.
      expect(state.people.length - known.people.size, `${where}: people`).toBeLessThanOrEqual(1)
      expect(state.issued.length - known.issued.size, `${where}: issued`).toBeLessThanOrEqual(1)
    }
    known = { people: new Set(state.people), issued: new Set(state.issued) }
    noteCopies(state.copies)
  }

  return {
    acks,
    get open() {
      return open
    },
    read(said: readonly Said[], where: string) {
      for (const one of said) {
        if (one.kind === 'state') {
          compare(one.state, where)
          begun = true
          restoring = undefined
          open = undefined
        }
        if (one.kind === 'begin') {
          open = one.what
          noteCopies(one.there.copies)
          restores = one.there.restores
          restoring = one.name
        }
        if (one.kind !== 'ack') continue
        const name = one.what === 'restore' ? (open ?? one.what) : one.what
        acks[name] = (acks[name] ?? 0) + 1
        if (one.what === 'save') known.people.add(one.id)
        if (one.what === 'issue') known.issued.add(one.id)
        if (one.what === 'restore') known = held(one.name, where)
        if (one.what === 'copy') {
          copies.set(one.name, copyOf(known))
          verified.push(one.name)
        }
        // A case is written before its contract is issued.
        if (one.what !== 'restore' && !(one.what === 'save' && open === 'issue')) open = undefined
      }
    },
    /** What the stick shows after a kill: no verified copy may be gone that the rule did not let go. */
    compareStick(names: readonly string[], keep: number, where: string) {
      const gone = verified.filter((name) => !names.includes(name))
      if (gone.length > 0) expect(names.length, `${where}: gone from the stick`).toBeGreaterThanOrEqual(keep) // prettier-ignore
      const newest = verified.at(-1)
      if (newest !== undefined) expect(names, `${where}: the newest copy`).toContain(newest)
    },
    /** A copy holds exactly what there was when it was made, also one whose answer was cut. */
    compareCopy(name: string, found: Held, where: string) {
      const { people, issued } = copies.get(name) ?? before
      expect(found.people.toSorted(), `${where}: people of ${name}`).toEqual([...people].sort())
      expect(found.issued.toSorted(), `${where}: contracts of ${name}`).toEqual([...issued].sort())
    },
  }
}
