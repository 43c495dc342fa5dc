import { Tooltip } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import {
  Archive,
  CalendarDays,
  ClipboardList,
  FileText,
  FolderKanban,
  Hourglass,
  House,
  Inbox,
  Users,
  UsersRound,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import type { NavigationGroup } from '#renderer/shell/feature.ts'
import { setPreference, usePreferences } from '#renderer/shell/preferences.ts'
import { features, navigationFor, type NavigationBranch } from '#renderer/shell/register.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useStore } from '#renderer/shell/store.ts'
import { close, frameState } from './frame-state.ts'
import { useOpenPage } from './use-open-page.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useWindowWidth } from './use-window-width.ts'
import classes from './frame.module.css'

const icons: Record<NavigationGroup, LucideIcon> = {
  today: House,
  people: Users,
  intake: Inbox,
  assessment: ClipboardList,
  support: CalendarDays,
  month: Hourglass,
  paper: FileText,
  team: UsersRound,
  projects: FolderKanban,
  bottom: Archive,
}

const counterHooks = () =>
  features.flatMap((feature) => (feature.useCounters ? [feature.useCounters] : []))

/** Things to do by this role, from every feature that counts. The list of hooks never changes. */
function useCounters(): Partial<Record<NavigationGroup, number>> {
  const all: Partial<Record<NavigationGroup, number>> = {}
  for (const useOne of counterHooks())
    // eslint-disable-next-line react-hooks/rules-of-hooks -- the list is made once: same hooks, same order
    for (const [group, count] of Object.entries(useOne()))
      all[group as NavigationGroup] = (all[group as NavigationGroup] ?? 0) + count
  return all
}

/** Counts what is to do, once the page has asked its own questions: nobody waits for a number. */
function Counters({ onCount }: { onCount: (counts: ReturnType<typeof useCounters>) => void }) {
  const counts = JSON.stringify(useCounters())
  useEffect(() => {
    onCount(JSON.parse(counts) as ReturnType<typeof useCounters>)
  }, [counts, onCount])
  return null
}

const countAfterMs = 250

/** The tree at the left: only what is built and permitted. Ctrl+B makes it narrow. */
export function Navigation() {
  const { t } = useTranslation()
  const may = useMay()
  const page = useOpenPage()
  const [counters, setCounters] = useState<ReturnType<typeof useCounters>>({})
  const [counting, setCounting] = useState(false)
  useEffect(() => {
    const later = setTimeout(() => {
      setCounting(true)
    }, countAfterMs)
    return () => {
      clearTimeout(later)
    }
  }, [])
  const { navNarrow } = usePreferences()
  const { navigation: over } = useStore(frameState)
  const width = useWindowWidth()
  const size = width < 1500 ? 'small' : 'wide'
  const drawer = width < 800
  const narrow = !drawer && (navNarrow[size] || (page?.wide === true && width < 1500))
  const branches = navigationFor(may)
  useKey(
    'Ctrl+B',
    t('shell:keys.navigation'),
    () => {
      setPreference('navNarrow', { ...navNarrow, [size]: !navNarrow[size] })
    },
    { scope: 'anywhere', enabled: !drawer },
  )
  useEffect(() => {
    close('navigation')
  }, [page])
  if (drawer && !over) return <GroupKeys branches={branches} />
  return (
    <nav
      className={classes.nav}
      aria-label={t('shell:navigation')}
      data-pane
      tabIndex={-1}
      data-narrow={narrow ? '' : undefined}
      data-over={drawer ? '' : undefined}
    >
      {counting ? <Counters onCount={setCounters} /> : null}
      <GroupKeys branches={branches} />
      <ul>
        {branches.map((branch) =>
          branch.group === 'bottom' ? (
            branch.pages.map((own, index) => (
              <li key={own.path} data-bottom={index === 0 ? '' : undefined}>
                <Item
                  to={own.path}
                  icon={own.icon ?? icons.bottom}
                  label={t(own.labelKey)}
                  narrow={narrow}
                  active={page !== undefined && `${page.path}/`.startsWith(`${own.path}/`)}
                />
              </li>
            ))
          ) : (
            <li key={branch.group}>
              <Item
                to={branch.pages[0]?.path ?? '/'}
                icon={icons[branch.group]}
                label={t(`shell:groups.${branch.group}`)}
                digit={branch.digit}
                count={counters[branch.group]}
                narrow={narrow}
                active={page?.group === branch.group}
              />
              {!narrow && page?.group === branch.group && branch.pages.length > 1 ? (
                <ul className={classes.subpages}>
                  {branch.pages.map((own) => (
                    <li key={own.path}>
                      {/* Exact: „Всички лица“ is not where one is while „Кандидати“ is open. */}
                      <Link to={own.path} activeOptions={{ exact: true }}>
                        {t(own.labelKey)}
                      </Link>
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          ),
        )}
      </ul>
    </nav>
  )
}

function Item(props: {
  to: string
  icon: LucideIcon
  label: string
  digit?: number | undefined
  count?: number | undefined
  narrow: boolean
  active: boolean
}) {
  const { t } = useTranslation()
  const Icon = props.icon
  const hint = props.digit ? `${props.label} (Alt+${String(props.digit)})` : props.label
  const link = (
    <Link
      to={props.to}
      className={classes.item}
      data-active={props.active ? '' : undefined}
      aria-current={props.active ? 'true' : undefined}
      aria-keyshortcuts={props.digit ? `Alt+${String(props.digit)}` : undefined}
    >
      <Icon size={18} aria-hidden />
      <span className={props.narrow ? 'o-hidden' : classes.itemLabel}>{props.label}</span>
      {props.count ? (
        <span className={classes.count}>
          {props.count}
          <span className="o-hidden"> {t('shell:toDo', { count: props.count })}</span>
        </span>
      ) : null}
    </Link>
  )
  if (!props.narrow) return link
  return (
    <Tooltip label={hint} position="right">
      {link}
    </Tooltip>
  )
}

function GroupKeys({ branches }: { branches: readonly NavigationBranch[] }) {
  return branches.map(({ group, digit, pages }) =>
    group === 'bottom' || digit === undefined ? null : (
      <GroupKey key={group} group={group} digit={digit} to={pages[0]?.path ?? '/'} />
    ),
  )
}

function GroupKey(props: { group: Exclude<NavigationGroup, 'bottom'>; digit: number; to: string }) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  useKey(
    `Alt+${String(props.digit)}`,
    t(`shell:groups.${props.group}`),
    () => {
      goTo(props.to)
    },
    { scope: 'anywhere' },
  )
  return null
}
