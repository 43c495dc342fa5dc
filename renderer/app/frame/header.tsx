import { Menu, Popover } from '@mantine/core'
import { LoaderCircle, Menu as MenuIcon, Search, UserRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { KeyHint } from '#renderer/components/display/key-hint.tsx'
import { Progress, useWorkText } from '#renderer/components/display/progress.tsx'
import { openPalette } from '#renderer/app/palette/palette-state.ts'
import { setLanguage } from '#renderer/shell/i18n.ts'
import {
  setPreference,
  usePreferences,
  type Density,
  type ThemeChoice,
} from '#renderer/shell/preferences.ts'
import { features, pages } from '#renderer/shell/register.ts'
import { runningWork, type RunningWork } from '#renderer/shell/running-work.ts'
import { useMay, useSession, useSessionState } from '#renderer/shell/session.tsx'
import { useStore } from '#renderer/shell/store.ts'
import { toggle } from './frame-state.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import classes from './frame.module.css'

const slots = () => features.flatMap((feature) => (feature.header ? [feature.header] : []))

/** Always in this order: office, search, archive light, drafts, running work, account. */
export function Header() {
  const { t } = useTranslation()
  const state = useSessionState()
  const officeName = state.status === 'open' ? state.office.name : ''
  return (
    <header className={classes.header} data-pane tabIndex={-1}>
      <button
        type="button"
        className={classes.iconButton}
        aria-label={t('shell:openNavigation')}
        onClick={() => {
          toggle('navigation')
        }}
        data-burger
      >
        <MenuIcon size={20} aria-hidden />
      </button>
      <span className={classes.office} lang="bg" title={officeName}>
        {officeName}
      </span>
      <button
        type="button"
        className={classes.search}
        onClick={() => {
          openPalette()
        }}
      >
        <Search size={16} aria-hidden />
        <span>{t('shell:searchHint')}</span>
        <KeyHint chord="Ctrl+K" />
      </button>
      <div className={classes.headerRight}>
        {slots().map(({ archive: Archive }, index) => (Archive ? <Archive key={index} /> : null))}
        {slots().map(({ drafts: Drafts }, index) => (Drafts ? <Drafts key={index} /> : null))}
        <Work />
        <AccountMenu />
      </div>
    </header>
  )
}

/** Long work goes on here: „Печат: 84 от 120“; a click shows all of it. */
function Work() {
  const work = useStore(runningWork)
  const [first] = work
  // Apart: what was opened for one work would else be open by itself for the next.
  return first ? <WorkList work={work} first={first} /> : null
}

function WorkList({ work, first }: { work: readonly RunningWork[]; first: RunningWork }) {
  const [open, setOpen] = useState(false)
  const workText = useWorkText()
  const text = workText(first.label, first.done, first.total, first.unit)
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={360} trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.headerButton}
          aria-expanded={open}
          onClick={() => {
            setOpen((now) => !now)
          }}
        >
          <LoaderCircle size={16} aria-hidden /> {text}
          {work.length > 1 ? ` (+${String(work.length - 1)})` : ''}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.workList}>
          {work.map((one) => (
            <Progress
              key={one.id}
              label={one.label}
              done={one.done}
              total={one.total}
              startedAt={one.startedAt}
              onCancel={one.cancel}
            />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

const themes: readonly ThemeChoice[] = ['light', 'dark', 'auto']
const densities: readonly Density[] = ['standard', 'compact']

function AccountMenu() {
  const { t } = useTranslation()
  const session = useSession()
  const state = useSessionState()
  const may = useMay()
  const goTo = useGoTo()
  const now = usePreferences()
  if (state.status !== 'open') return null
  const passwordPage = pages.find(
    (page) => page.path === '/account/password' && may(page.permission),
  )
  return (
    <Menu position="bottom-end" width={280} withinPortal loop trapFocus>
      <Menu.Target>
        <button type="button" className={classes.headerButton} data-account>
          <UserRound size={16} aria-hidden />
          <span className={classes.account} lang="bg">
            {state.account.displayName}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void session.lock()} rightSection={<KeyHint chord="Alt+L" />}>
          {t('shell:account.lock')}
        </Menu.Item>
        {passwordPage ? (
          <Menu.Item
            onClick={() => {
              goTo(passwordPage.path)
            }}
          >
            {t('shell:account.password')}
          </Menu.Item>
        ) : null}
        <Menu.Item onClick={() => void session.signOut()}>{t('shell:account.signOut')}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('shell:account.theme')}</Menu.Label>
        <Menu.RadioGroup
          value={now.theme}
          onChange={(theme) => {
            setPreference('theme', theme as ThemeChoice)
          }}
        >
          {themes.map((theme) => (
            <Menu.RadioItem key={theme} value={theme}>
              {t(`shell:theme.${theme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{t('shell:account.density')}</Menu.Label>
        <Menu.RadioGroup
          value={now.density}
          onChange={(density) => {
            setPreference('density', density as Density)
          }}
        >
          {densities.map((density) => (
            <Menu.RadioItem key={density} value={density}>
              {t(`shell:density.${density}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.CheckboxItem
          checked={now.keyHints}
          onChange={(shown) => {
            setPreference('keyHints', shown)
          }}
        >
          {t('shell:account.keyHints')}
        </Menu.CheckboxItem>
        <Menu.Item
          onClick={() => {
            setLanguage(now.language === 'bg' ? 'en' : 'bg')
          }}
          lang={now.language === 'bg' ? 'en' : 'bg'}
        >
          {t('shell:account.otherLanguage')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
