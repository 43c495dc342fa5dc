import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { client } from '#renderer/shell/client.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import classes from './drafts.module.css'

/** Key of the draft that stands at this address; `form` is the name of a form of something new. */
export function useBegunKey(form: string): string {
  return `${form}:${useRouteParams().draftId ?? 'new'}`
}

/** One's own drafts of a form as they were when this page opened, and whether it goes on with one. */
function useBegun(form: string) {
  const own = useBegunKey(form)
  const { data } = useQuery({
    queryKey: ['begunBefore', own],
    queryFn: () => client.drafts.list({}),
    staleTime: 'static',
    gcTime: 0,
  })
  const begun = data?.drafts.filter((draft) => draft.form.startsWith(`${form}:`)) ?? []
  const others = begun.filter((draft) => draft.form !== own)
  return { others, goesOn: begun.length > others.length }
}

/** What one began before on the same form: each is gone on with. */
export function BegunBefore({ form }: { form: string }) {
  const { t } = useTranslation()
  const { others } = useBegun(form)
  if (others.length === 0) return null
  return (
    <nav aria-label={t('drafts:begun')} className={classes.begun}>
      {t('drafts:goOn')}
      <ul>
        {others.map((draft) => (
          <li key={draft.form}>
            <Link to={draft.place ?? '/drafts'}>{draft.title}</Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Leaves the draft that is gone on with for an empty form at `path`; stands in the head of its page. */
export function BeginAnew({ form, path }: { form: string; path: string }) {
  const { t } = useTranslation()
  return useBegun(form).goesOn ? <Link to={path}>{t('drafts:beginAnew')}</Link> : null
}
