import { pages } from '#renderer/app/routes.ts'

/**
 * The page on which a draft goes on. A form's name is its feature (`people:new`, `people:<id>`);
 * undefined when no page is known for it.
 */
export function draftPlace(form: string): string | undefined {
  const [feature = '', record] = form.split(':')
  if (form === 'officeData') return '/settings/office'
  const has = (path: string) => pages.some((page) => page.path === path)
  const fixed = [`/${feature}/${record ?? 'new'}`, `/${feature}`].find(has)
  if (record === undefined || record === 'new') return fixed
  const own = pages
    .map((page) => page.path)
    .filter((path) => new RegExp(`^/${feature}/\\$\\w+(/edit)?$`).test(path))
    .toSorted((a, b) => b.length - a.length)[0]
  return own?.replace(/\$\w+/, record) ?? fixed
}
