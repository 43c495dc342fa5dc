import type { Feature, NavigationGroup, NewItem, Page } from './feature.ts'
import { navigationGroups } from './feature.ts'

const found = import.meta.glob<Feature>('../features/*/feature.ts', {
  eager: true,
  import: 'feature',
})

/** Every feature that is built. A new one needs only its own `feature.ts`. */
export const features: readonly Feature[] = Object.values(found)

export const pages: readonly Page[] = features.flatMap((feature) => feature.pages ?? [])

export const newItems: readonly NewItem[] = features
  .flatMap((feature) => feature.newItems ?? [])
  .toSorted((a, b) => a.digit - b.digit)

export interface NavigationBranch {
  group: NavigationGroup
  /** 1…9, or undefined at the bottom. */
  digit: number | undefined
  pages: readonly (Page & { labelKey: string })[]
}

/** The navigation of one account: only what is built and permitted, empty groups left out. */
export function navigationFor(
  may: (permission: string | undefined) => boolean,
  all: readonly Page[] = pages,
): NavigationBranch[] {
  return navigationGroups.flatMap((group, index) => {
    const own = all
      .filter(
        (page): page is Page & { labelKey: string } =>
          page.group === group && page.labelKey !== undefined && may(page.permission),
      )
      .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
    if (own.length === 0) return []
    return [{ group, digit: group === 'bottom' ? undefined : index + 1, pages: own }]
  })
}
