import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { ListKey, TextKey } from '#locales/keys.ts'
import type { Outputs } from '#electron/api/router.ts'
import type { PaletteSource } from '#renderer/shell/palette-source.ts'

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
  labelKey?: TextKey
  /** Place inside the group; the lowest is what the group's heading opens. */
  order?: number
  icon?: LucideIcon
  permission?: string
  /** Text of the help pane (F1): an array of paragraphs or one text. */
  helpKey?: TextKey | ListKey
  /**
   * A form of something new: each opening is a draft of its own, which stands at `<path>/$draftId`
   * and goes on from there. `path` itself begins the next one.
   */
  begins?: boolean
  /** Wide grids take the narrow navigation on small windows. */
  wide?: boolean
  component: () => Promise<{ default: ComponentType }>
}

/** An entry of „Ново…“ (Alt+N); its digit is its place in that list. */
export interface NewItem {
  /** 1 Заявление · 2 Лице · 3 Оценка · 4 Договор · 5 Отчет · 6 Превоз. */
  digit: number
  labelKey: TextKey
  permission?: string
  /** Where it leads; on a person's page it is given that person. */
  to: (context: { personId: string | undefined }) => string
}

/**
 * Addresses of the path, agreed in one place: who links to a page does not need to know who draws
 * it. Ids only; what stands in an address is written to histories and logs.
 */
export const routes = {
  people: '/people',
  newPerson: '/people/new',
  person: '/people/$personId',
  editPerson: '/people/$personId/edit',
  newApplication: '/applications/new',
  newApplicationOf: '/people/$personId/applications/new',
  application: '/applications/$applicationId',
  candidates: '/candidates',
  newCandidate: '/candidates/new',
  newCandidateOf: '/people/$personId/candidates/new',
  candidate: '/candidates/$candidacyId',
  selection: '/candidates/$candidacyId/selection',
  assessmentOf: '/applications/$applicationId/assessment',
  assessment: '/assessments/$assessmentId',
  newPlanOf: '/people/$personId/plans/new',
  plan: '/plans/$planId',
  newContractOf: '/people/$personId/contracts/new',
  contract: '/contracts/$contractId',
  newEmploymentOf: '/people/$personId/employments/new',
  employment: '/employments/$employmentId',
  employees: '/employees',
  employee: '/team/employees/$personId',
  assignments: '/assignments',
  choice: '/applications/$applicationId/choice',
  leftWithout: '/employments/$employmentId/left',
  newEvent: '/events/new',
  event: '/events/$eventId',
  editEvent: '/events/$eventId/edit',
  trainingDue: '/trainingDue',
  paper: '/papers/$paperId',
} as const

/** Fills an address: `addressOf(routes.plan, planId)`. Each `$name` takes the next id. */
export function addressOf(route: string, ...ids: readonly string[]): string {
  const left = [...ids]
  return route.replace(/\$\w+/g, () => encodeURIComponent(left.shift() ?? ''))
}

/** One tab of a dossier; its feature reads what it needs by the id of the person. */
export interface DossierTab {
  /** Kept in the page's state: `applications`. */
  key: string
  labelKey: TextKey
  /** Обобщение 10 · Лице 20 · Заявления 30 · Оценки 40 · План 50 · Договори 60 · Документи 80 · Хронология 90. */
  order: number
  permission?: string
  component: () => Promise<{ default: ComponentType<{ personId: string }> }>
  /** Hook: how many there are, drawn after the name of the tab. Not called without the permission. */
  useCount?: (personId: string) => number | undefined
}

/** A block of „Обобщение“, after the path: the hours of the month, papers that are missing. */
export interface DossierCard {
  key: string
  order: number
  permission?: string
  /** Draws its own section with a heading, or nothing. */
  component: () => Promise<{ default: ComponentType<{ personId: string }> }>
}

/** How the timeline of a dossier tells what was done with records of this concept. */
export interface TimelineSource {
  /** Beginning of its audit actions: `contract.` */
  prefix: string
  /** Sentences by the rest of the action: `contracts:timeline` holds `issued` for `contract.issued`. */
  textKey: string
  icon: LucideIcon
  /** Where the line leads; undefined when there is nothing to open. */
  to?: (entry: { subjectKind: string; subjectId: string; personId: string }) => string | undefined
}

/**
 * Pages without a session, and those that a session must pass first. Exported as `gates` from
 * `features/<concept>/gates.ts`, apart from the rest: the log-in is there before the program is.
 */
export type Gates = Partial<
  Record<
    'setup' | 'signIn' | 'changePassword' | 'recovery' | 'rescue' | 'busy' | 'elsewhere',
    ComponentType
  >
>

/** A page or a setting that is looked for by name: by Ctrl+K, and in the frame of the settings. */
export interface Place {
  id: string
  labelKey: TextKey
  to: string
  permission?: string
  /** Its place in the frame of the settings; without it only Ctrl+K finds it. */
  setting?: number
  /** Other words by which people look for it: a text of words. */
  wordsKey?: TextKey
}

export type WaitingKind = Outputs['today']['overview']['lines'][number]['kind']

/** What a feature gives to the shell. Exported as `feature` from `features/<concept>/feature.ts`. */
export interface Feature {
  pages?: readonly Page[]
  newItems?: readonly NewItem[]
  /** What stands in no navigation, and the pages of the settings. */
  places?: readonly Place[]
  /** People, papers, commands for Ctrl+K. */
  palette?: readonly PaletteSource[]
  /** Tabs of the dossier, drawn by the concept they speak of. */
  dossierTabs?: readonly DossierTab[]
  /** Blocks of the dossier's „Обобщение“. */
  dossierCards?: readonly DossierCard[]
  /** Lines of the dossier's „Хронология“. */
  timeline?: readonly TimelineSource[]
  /** Where a row of „Днес“ opens: a route by kind; without one the dossier does. */
  waiting?: Partial<Record<WaitingKind, string>>
  /** Hook: things to do by this role, drawn beside the groups; never totals. */
  useCounters?: () => Partial<Record<NavigationGroup, number>>
  /** Small parts of the header. */
  header?: { archive?: ComponentType; drafts?: ComponentType }
}
