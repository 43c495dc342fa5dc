import { IdCard } from 'lucide-react'
import { routes, type Feature } from '#renderer/shell/feature.ts'
import { employeesSource } from './palette-source.ts'

/** People at work: the list that says who may take whom, and everything of one of them. */
export const feature: Feature = {
  pages: [
    {
      path: routes.employees,
      group: 'team',
      order: 5,
      labelKey: 'employees:title',
      icon: IdCard,
      permission: 'employments.read',
      helpKey: 'employees:help.list',
      component: () => import('./employees-page.tsx'),
    },
    {
      path: routes.employee,
      group: 'team',
      permission: 'employments.read',
      helpKey: 'employees:help.page',
      component: () => import('./employee-page.tsx'),
    },
  ],
  palette: [employeesSource],
}
