import { useEffect, useMemo, useState } from 'react'
import { useTranslation, type Translate } from '#renderer/shell/use-translation.ts'
import { features, isBuilt, navigationFor } from '#renderer/shell/register.ts'
import { setPreference } from '#renderer/shell/preferences.ts'
import { useMay, useSession } from '#renderer/shell/session.tsx'
import { useStore } from '#renderer/shell/store.ts'
import { keys } from '#renderer/shell/keymap/registry.ts'
import { recent } from '#renderer/shell/recently-opened.ts'
import {
  parseQuery,
  rowsMatching,
  type PaletteRow,
  type PaletteSource,
} from '#renderer/shell/palette-source.ts'

/** Asked anew: this file is read before the features are there. */
const sources = (): readonly PaletteSource[] => features.flatMap((feature) => feature.palette ?? [])

/** Rows that this account may open and whose page is built, with such actions alone. */
function permitted(
  rows: readonly PaletteRow[],
  may: (permission: string | undefined) => boolean,
): PaletteRow[] {
  return rows
    .filter((row) => may(row.permission) && (!row.page || isBuilt(row.page)))
    .map((row) => (row.actions ? { ...row, actions: permitted(row.actions, may) } : row))
}

/** What the menu of the account does: the hand need not leave the keys for it. */
function accountActions(t: Translate, session: ReturnType<typeof useSession>): PaletteRow[] {
  return [
    {
      id: 'account:signOut',
      kind: 'actions',
      title: t('shell:account.signOut'),
      words: t('shell:words.signOut'),
      run: () => void session.signOut(),
    },
    ...(['light', 'dark', 'auto'] as const).map((theme): PaletteRow => ({
      id: `theme:${theme}`,
      kind: 'actions',
      title: `${t('shell:account.theme')}: ${t(`shell:theme.${theme}`)}`,
      words: t('shell:words.theme'),
      run: () => {
        setPreference('theme', theme)
      },
    })),
  ]
}

interface Answer {
  /** The text it answers; another one means that it is stale. */
  text: string
  rows: readonly PaletteRow[]
  /** „Ново лице с това име“, when nobody was found. */
  offers: readonly PaletteRow[]
  shownFor: string | undefined
}

/** Each row in its own place, with what has become known of it. */
function completed(answer: Answer, fuller: readonly PaletteRow[]): Answer {
  const byId = new Map(fuller.map((row) => [row.id, row]))
  return { ...answer, rows: answer.rows.map((row) => byId.get(row.id) ?? row) }
}

/**
 * What the palette shows for this text. Pages and actions answer at once; people and papers come
 * from the office and until then the old rows stay, dimmed, under the same selection.
 */
export function usePaletteRows(typed: string) {
  const { t } = useTranslation()
  const may = useMay()
  const session = useSession()
  const opened = useStore(recent)
  const { text, only } = parseQuery(typed)
  const [found, setFound] = useState<Answer>({
    text: '',
    rows: [],
    offers: [],
    shownFor: undefined,
  })

  useEffect(() => {
    if (text === '' || only === 'actions') return
    const abort = new AbortController()
    const asked = sources().filter(
      (source) => may(source.permission) && (only === undefined || source.kind === only),
    )
    void Promise.all(
      asked.map(async (source) => {
        try {
          return await source.search(text, abort.signal)
        } catch {
          return { rows: [] }
        }
      }),
    ).then((answers) => {
      if (abort.signal.aborted) return
      const rows = permitted(
        answers.flatMap((answer) => answer.rows),
        may,
      )
      const offers =
        rows.length === 0
          ? permitted(
              asked.flatMap((source) => (source.offerNew ? [source.offerNew(text)] : [])),
              may,
            )
          : []
      setFound({
        text,
        rows,
        offers,
        shownFor: answers.find((answer) => answer.shownFor)?.shownFor,
      })
      for (const { later } of answers)
        later?.then(
          (fuller) => {
            if (!abort.signal.aborted) setFound((now) => completed(now, permitted(fuller, may)))
          },
          // Without it the rows stay as they are: they can be opened.
          () => undefined,
        )
    })
    return () => {
      abort.abort()
    }
    // `may` is made anew on every draw and answers the same while the session is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text, only])

  const own = useMemo(() => {
    const toPages = navigationFor(may).flatMap((branch) =>
      branch.pages.map((page): PaletteRow => {
        const group = branch.group === 'bottom' ? '' : t(`shell:groups.${branch.group}`)
        const label = t(page.labelKey)
        return {
          id: `page:${page.path}`,
          kind: 'pages',
          title: group && group !== label ? `${group} – ${label}` : label,
          to: page.path,
          ...(page.icon ? { icon: page.icon } : {}),
          ...(branch.digit && page === branch.pages[0]
            ? { chord: `Alt+${String(branch.digit)}` }
            : {}),
        }
      }),
    )
    const places = features
      .flatMap((feature) => feature.places ?? [])
      .filter((place) => may(place.permission))
      .map((place): PaletteRow => {
        const label = t(place.labelKey)
        return {
          id: `place:${place.to}`,
          kind: 'pages',
          title: place.setting === undefined ? label : `${t('office:settings')} – ${label}`,
          to: place.to,
          ...(place.wordsKey ? { words: t(place.wordsKey) } : {}),
        }
      })
    const actions = keys
      .ofPage()
      .filter(
        (key) =>
          !/^Alt\+\d$/.test(key.chord) &&
          key.chord !== 'Ctrl+K' &&
          key.chord !== 'Esc' &&
          (key.enabled?.() ?? true),
      )
      .map((key): PaletteRow => ({
        id: `key:${key.chord}`,
        kind: 'actions',
        title: key.label,
        chord: key.chord,
        run: () => {
          key.run(new KeyboardEvent('keydown'))
        },
      }))
    return {
      toPages: [...toPages, ...places],
      actions: [...actions, ...accountActions(t, session)],
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [t])

  const fresh = found.text === text
  const answered = only === 'actions' ? [] : found.rows
  const offers = only === 'actions' ? [] : found.offers
  const rows =
    text === ''
      ? only === 'actions'
        ? own.actions
        : only === 'papers'
          ? []
          : [...opened, ...own.actions]
      : only === 'actions'
        ? rowsMatching(own.actions, text)
        : only === 'papers'
          ? [...answered, ...offers]
          : [
              ...answered.filter(({ kind }) => kind !== 'pages'),
              // A page of that name before what stands on another one.
              ...rowsMatching(own.toPages, text),
              ...answered.filter(({ kind }) => kind === 'pages'),
              ...rowsMatching(own.actions, text),
              // A page that is called so was meant before somebody new of that name.
              ...offers,
            ]
  return {
    rows,
    stale: text !== '' && only !== 'actions' && sources().length > 0 && !fresh,
    shownFor: fresh ? found.shownFor : undefined,
    text,
  }
}
