import {
  navigationGroups,
  type Feature,
  type NavigationGroup,
  type NewItem,
  type Page,
} from './feature.ts'

/**
 * Every feature that is built, as the program has registered them before the first page is drawn. To be
 * asked when something is drawn, not while files are read: a feature itself may reach the reader.
 */
export const features: Feature[] = []
export const pages: Page[] = []
export const newItems: NewItem[] = []

/** Takes in what the program is built of; once, before anything is drawn. */
export function register(found: readonly Feature[]): void {
  features.push(...found)
  pages.push(...found.flatMap((feature) => feature.pages ?? []))
  newItems.push(...found.flatMap((feature) => feature.newItems ?? []))
  newItems.sort((a, b) => a.digit - b.digit)
}

/** There is a page at this address: what is not built yet is not offered. */
export function isBuilt(route: string): boolean {
  return pages.some(({ path }) => path === route)
}

/** A page that stands in the navigation. */
type NamedPage = Page & Required<Pick<Page, 'labelKey'>>

export interface NavigationBranch {
  group: NavigationGroup
  /** 1…9, or undefined at the bottom. */
  digit: number | undefined
  pages: readonly NamedPage[]
}

/** The navigation of one account: only what is built and permitted, empty groups left out. */
export function navigationFor(
  may: (permission: string | undefined) => boolean,
  all: readonly Page[] = pages,
): NavigationBranch[] {
  return navigationGroups.flatMap((group, index) => {
    const own = all
      .filter(
        (page): page is NamedPage =>
          page.group === group && page.labelKey !== undefined && may(page.permission),
      )
      .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
    if (own.length === 0) return []
    return [{ group, digit: group === 'bottom' ? undefined : index + 1, pages: own }]
  })
}
