import { FilePlus2 } from 'lucide-react'
import type { Feature, NewItem, Page } from '#renderer/app/feature.ts'
import type { PaletteRow } from '#renderer/palette/source.ts'
import { person } from './people.ts'

export const pages: readonly Page[] = [
  {
    path: '/list',
    group: 'people',
    order: 1,
    labelKey: 'kit:list',
    component: () => import('./list-page.tsx'),
  },
  {
    path: '/empty',
    group: 'people',
    order: 2,
    labelKey: 'kit:empty',
    component: () => import('./empty-page.tsx'),
  },
  {
    path: '/form',
    group: 'intake',
    labelKey: 'kit:form',
    component: () => import('./form-page.tsx'),
  },
  {
    path: '/parts',
    group: 'support',
    labelKey: 'kit:parts',
    component: () => import('./parts-page.tsx'),
  },
  {
    path: '/paper',
    group: 'paper',
    labelKey: 'kit:paper',
    component: () => import('./paper-page.tsx'),
  },
  {
    path: '/today',
    group: 'today',
    labelKey: 'kit:today',
    component: () => import('./empty-page.tsx'),
  },
]

export const newItems: readonly NewItem[] = [
  { digit: 1, labelKey: 'kit:form', to: () => '/form' },
  { digit: 4, labelKey: 'kit:paper', to: () => '/paper' },
]

export const features: readonly Feature[] = [
  {
    useCounters: () => ({ today: 7, intake: 12 }),
    palette: [
      {
        id: 'people',
        kind: 'people',
        search: (text) => ({
          rows: Array.from({ length: 400 }, (_, index) => person(index))
            .filter((one) =>
              text
                .toLowerCase()
                .split(' ')
                .every((part) => one.name.toLowerCase().includes(part)),
            )
            .slice(0, 8)
            .map(
              (one) =>
                ({
                  id: one.id,
                  kind: 'people',
                  title: one.name,
                  facts: [one.egn, one.place],
                  to: '/parts',
                  actions: [
                    {
                      id: 'new',
                      kind: 'actions',
                      title: 'Ново заявление',
                      to: '/form',
                      icon: FilePlus2,
                    },
                  ],
                }) satisfies PaletteRow,
            ),
        }),
      },
    ],
  },
]

export const navigationFor: typeof import('../app/routes.ts').navigationFor = (may) =>
  (['today', 'people', 'intake', 'support', 'paper'] as const).map((group) => ({
    group,
    digit: { today: 1, people: 2, intake: 3, support: 5, paper: 7 }[group],
    pages: pages.filter(
      (page): page is Page & { labelKey: string } => page.group === group && may(page.permission),
    ),
  }))
