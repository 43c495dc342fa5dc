import { ORPCError } from '@orpc/client'
import type { FolderHolder } from '#domain/backup/office-state.ts'
import { client } from '#renderer/shell/link.ts'
import { draftsRound, type DraftStore } from '#renderer/shell/drafts.ts'
import type { Preferences } from '#renderer/shell/preferences.ts'
import type { SessionGateway, SessionState } from '#renderer/shell/session.tsx'

type Answer = Awaited<ReturnType<typeof client.session.current>>

function stateOf(answer: Answer): SessionState {
  if (answer.status === 'new') return { status: 'setup' }
  const office = {
    name: answer.officeName,
    version: answer.version,
    profiles: answer.profiles,
    demo: answer.status === 'open' && answer.isDemo,
    idleMinutes: answer.status === 'open' ? answer.idleMinutes : 0,
  }
  if (answer.status === 'busy') return { status: 'busy', office, reason: answer.reason }
  if (answer.status === 'rescue') return { status: 'rescue', office, reason: answer.reason }
  if (answer.status === 'loggedOut') return { status: 'signedOut', office }
  if (answer.status === 'locked') return { status: 'locked', office, account: answer.account }
  return {
    status: 'open',
    office,
    account: answer.account,
    permissions: new Set<string>(answer.permissions),
    mustChangePassword: answer.mustChangePassword,
    recoveryConfirmed: answer.recoveryConfirmed,
    screen: answer.screen,
  }
}

/** Another program has the folder: a state to be shown, unlike an office that is silent. */
function elsewhereOf(error: unknown): SessionState {
  if (!(error instanceof ORPCError) || error.code !== 'OPEN_ELSEWHERE') throw error
  const { holder } = error.data as { holder: FolderHolder | null }
  return { status: 'elsewhere', holder }
}

/** Asked while the page is still being made: its answer decides what is drawn first. */
let asked: Promise<Answer> | undefined = client.session.current({})
// Whoever takes it is told; that it may fail before anybody does is no fault of its own.
asked.catch(() => undefined)

/** The session as the office's api keeps it. */
export const sessionGateway: SessionGateway = {
  current: async () => {
    const answer = asked ?? client.session.current({})
    asked = undefined
    return answer.then(stateOf, elsewhereOf)
  },
  lock: async () => {
    await client.session.lock({})
  },
  unlock: async (password) => stateOf(await client.session.unlock({ password })),
  signOut: async () => {
    await client.session.logOut({})
  },
}

/** The look of the screen goes with the account, to whatever window it logs in. */
export const saveScreen = async (screen: Preferences) => {
  await client.accounts.savePreferences({ preferences: { screen: { ...screen } } })
}

/** Unfinished forms in the encrypted database, of this account alone. */
export const officeDrafts: DraftStore = {
  async load(key) {
    const draft = await client.drafts.find({ form: key })
    return draft ? { key, values: draft.payload, savedAt: draft.updatedAt } : undefined
  },
  // What JSON cannot carry (undefined) means „not there“ in a form.
  async save(key, values, { title, place }) {
    const payload = JSON.parse(JSON.stringify(values)) as never
    const saved = await client.drafts.save({ form: key, payload, title, place })
    draftsRound.set((now) => now + 1)
    return saved
  },
  async discard(key) {
    await client.drafts.discard({ form: key })
    draftsRound.set((now) => now + 1)
  },
}
