import { FilePlus2 } from 'lucide-react'
import type { NewItem, Page } from '#renderer/shell/feature.ts'
import type { PaletteRow } from '#renderer/shell/palette-source.ts'
import { register } from '#renderer/shell/register.ts'
import { person } from './people.ts'

const pages: readonly Page[] = [
  {
    path: '/list',
    group: 'people',
    order: 1,
    labelKey: 'people:nav.all',
    component: () => import('./list-page.tsx'),
  },
  {
    path: '/empty',
    group: 'people',
    order: 2,
    labelKey: 'people:nav.applicants',
    component: () => import('./empty-page.tsx'),
  },
  {
    path: '/form',
    group: 'intake',
    labelKey: 'applications:new',
    component: () => import('./form-page.tsx'),
  },
  {
    path: '/parts',
    group: 'support',
    labelKey: 'shell:groups.support',
    component: () => import('./parts-page.tsx'),
  },
  {
    path: '/paper',
    group: 'paper',
    labelKey: 'papers:title',
    component: () => import('./paper-page.tsx'),
  },
  {
    path: '/today',
    group: 'today',
    labelKey: 'today:title',
    component: () => import('./empty-page.tsx'),
  },
]

const newItems: readonly NewItem[] = [
  { digit: 1, labelKey: 'applications:new', to: () => '/form' },
  { digit: 4, labelKey: 'papers:title', to: () => '/paper' },
]

register([
  {
    pages,
    newItems,
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
])
