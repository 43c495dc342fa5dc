import { useRouter, type RouterHistory } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Dialog } from '#renderer/components/layers/dialog.tsx'
import { PickList } from '#renderer/components/layers/pick-list.tsx'
import { keys, type KeyScope } from '#renderer/shell/keymap/registry.ts'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import { Palette } from '#renderer/app/palette/palette.tsx'
import { openPalette, paletteState } from '#renderer/app/palette/palette-state.ts'
import { newItems } from '#renderer/shell/register.ts'
import { useMay, useSession } from '#renderer/shell/session.tsx'
import { useStore } from '#renderer/shell/store.ts'
import { undoLast } from '#renderer/shell/toasts.ts'
import { close, frameState, toggle } from './frame-state.ts'
import { movePane } from './panes.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useOpenPerson } from './use-open-page.ts'
import classes from './frame.module.css'

/** The keys that work on every page, and the layers they open. */
export function ShellKeys() {
  const { t } = useTranslation()
  const router = useRouter()
  const session = useSession()
  const { keys: keysOpen, newMenu } = useStore(frameState)
  const palette = useStore(paletteState)
  const anywhere = { scope: 'anywhere' } as const
  useKey(
    'Ctrl+K',
    t('shell:keys.palette'),
    () => {
      openPalette()
    },
    anywhere,
  )
  useKey(
    'Alt+N',
    t('shell:keys.new'),
    () => {
      toggle('newMenu')
    },
    { ...anywhere, enabled: newItems.length > 0 },
  )
  useKey(
    'F1',
    t('shell:keys.help'),
    () => {
      toggle('help')
    },
    anywhere,
  )
  useKey(
    'F6',
    t('shell:keys.nextPane'),
    () => {
      movePane(1)
    },
    anywhere,
  )
  useKey(
    'Shift+F6',
    t('shell:keys.previousPane'),
    () => {
      movePane(-1)
    },
    anywhere,
  )
  useKey('Alt+L', t('shell:keys.lock'), () => void session.lock(), { ...anywhere, through: true })
  // A page with a paper or a list prints that; every other one prints itself.
  useKey(
    'Ctrl+P',
    t('shell:keys.print'),
    () => {
      window.print()
    },
    anywhere,
  )
  useKey('Alt+U', t('shell:keys.undo'), () => undoLast(), anywhere)
  useKey(
    'Ctrl+/',
    t('shell:keys.list'),
    () => {
      toggle('keys')
    },
    anywhere,
  )
  useKey(
    'Alt+←',
    t('shell:keys.back'),
    () => {
      ;(router.history as RouterHistory).back()
    },
    anywhere,
  )
  useKey(
    'Alt+→',
    t('shell:keys.forward'),
    () => {
      ;(router.history as RouterHistory).forward()
    },
    anywhere,
  )
  return (
    <>
      {palette.open ? <Palette /> : null}
      {keysOpen ? <KeyList /> : null}
      {newMenu ? <NewMenu /> : null}
    </>
  )
}

const scopes = ['page', 'form', 'list', 'anywhere'] as const satisfies readonly KeyScope[]

const listChords = [
  ['Enter', 'shell:listKeys.0'],
  ['Space', 'shell:listKeys.1'],
  ['Shift+↓', 'shell:listKeys.2'],
  ['Ctrl+A', 'shell:listKeys.3'],
  ['Ctrl+Enter', 'shell:listKeys.4'],
  ['Shift+F10', 'shell:listKeys.5'],
] as const

/** Ctrl+/: the keys of this page, by where they work. */
function KeyList() {
  const { t } = useTranslation()
  useSyncExternalStore(keys.subscribe, keys.version)
  const all = keys.ofPage().filter((key) => key.enabled?.() ?? true)
  const fixed: Partial<Record<KeyScope, readonly (readonly [string, string])[]>> = {
    form: all.some((key) => key.scope === 'form')
      ? (['Enter', 'Shift+Enter', 'F2', 'F4', 'F9', 'F3'] as const).map(
          (chord) =>
            [chord, t(`shell:formKeys.${chord === 'Shift+Enter' ? 'ShiftEnter' : chord}`)] as const,
        )
      : [],
    list: document.querySelector('[role=grid]')
      ? listChords.map(([chord, key]) => [chord, t(key)] as const)
      : [],
  }
  return (
    <Dialog
      title={t('shell:keys.list')}
      wide
      onClose={() => {
        close('keys')
      }}
    >
      <div className={classes.keyList} tabIndex={0} data-autofocus>
        {scopes.map((scope) => {
          const own = new Map([
            ...all
              .filter((key) => key.scope === scope)
              .map((key) => [key.chord, key.label] as const),
            ...(fixed[scope] ?? []),
          ])
          if (own.size === 0) return null
          return (
            <section key={scope}>
              <h3>{t(`shell:scopes.${scope}`)}</h3>
              <dl>
                {[...own].map(([chord, label]) => (
                  <div key={chord}>
                    <dt>
                      <kbd>{chord}</kbd>
                    </dt>
                    <dd>{label}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </Dialog>
  )
}

/** „Ново…“: a digit picks; on a person's page the person is filled in. */
function NewMenu() {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const personId = useOpenPerson()
  const items = newItems.filter((item) => may(item.permission))
  // Digits belong to the kind, not to the place in the list: learnt once, they stay.
  return (
    <Dialog
      title={t('shell:keys.new')}
      onClose={() => {
        close('newMenu')
      }}
    >
      <PickList
        label={t('shell:keys.new')}
        options={items.map((item) => ({ value: String(item.digit), label: t(item.labelKey) }))}
        digits="values"
        onPick={(value) => {
          const item = items.find((own) => String(own.digit) === value)
          close('newMenu')
          if (item) goTo(item.to({ personId }))
        }}
      />
    </Dialog>
  )
}
