import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { PaletteSource } from '#renderer/palette/source.ts'

/** Groups of the navigation, in the order of Alt+1…9; `bottom` stands below the line. */
export const navigationGroups = [
  'today',
  'people',
  'intake',
  'assessment',
  'support',
  'month',
  'paper',
  'team',
  'projects',
  'bottom',
] as const
export type NavigationGroup = (typeof navigationGroups)[number]

/** One page of the program. It exists for an account only when its permission does. */
export interface Page {
  /** Route with ids only: `/people/$personId`. */
  path: string
  /** Group it belongs to; that group is lit while the page is open. */
  group: NavigationGroup
  /** Shown in the navigation with this label (`people:nav.all`); without it the page is only reached from others. */
  labelKey?: string
  /** Place inside the group; the lowest is what the group's heading opens. */
  order?: number
  icon?: LucideIcon
  permission?: string
  /** Text of the help pane (F1): an array of paragraphs or one text. */
  helpKey?: string
  /** Wide grids take the narrow navigation on small windows. */
  wide?: boolean
  component: () => Promise<{ default: ComponentType }>
}

/** An entry of „Ново…“ (Alt+N); its digit is its place in that list. */
export interface NewItem {
  /** 1 Заявление · 2 Лице · 3 Оценка · 4 Договор · 5 Отчет · 6 Превоз. */
  digit: number
  labelKey: string
  permission?: string
  /** Where it leads; on a person's page it is given that person. */
  to: (context: { personId: string | undefined }) => string
}

/** What a gate is: the page before there is a session. */
type Gate = () => Promise<{ default: ComponentType }>

/** What a feature gives to the shell. Exported as `feature` from `features/<concept>/feature.ts`. */
export interface Feature {
  pages?: readonly Page[]
  newItems?: readonly NewItem[]
  /** People, papers, commands for Ctrl+K. */
  palette?: readonly PaletteSource[]
  /** Hook: things to do by this role, drawn beside the groups; never totals. */
  useCounters?: () => Partial<Record<NavigationGroup, number>>
  /** Small parts of the header. */
  header?: { archive?: ComponentType; drafts?: ComponentType }
  /** Pages without a session. */
  gates?: { setup?: Gate; signIn?: Gate }
}
