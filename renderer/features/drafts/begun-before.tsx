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

/**
 * What one began before on the same form, as it was when this page opened: each is gone on with,
 * and the one that stands here may be left for an empty one.
 */
export function BegunBefore({ form, path }: { form: string; path: string }) {
  const { t } = useTranslation()
  const own = useBegunKey(form)
  const { data } = useQuery({
    queryKey: ['begunBefore', own],
    queryFn: () => client.drafts.list({}),
    staleTime: 'static',
    gcTime: 0,
  })
  const begun = data?.drafts.filter((draft) => draft.form.startsWith(`${form}:`)) ?? []
  const others = begun.filter((draft) => draft.form !== own)
  const goesOn = begun.length > others.length
  if (begun.length === 0) return null
  return (
    <nav aria-label={t('drafts:begun')} className={classes.begun}>
      {others.length > 0 ? (
        <>
          {t('drafts:goOn')}
          <ul>
            {others.map((draft) => (
              <li key={draft.form}>
                <Link to={draft.place ?? '/drafts'}>{draft.title}</Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {goesOn ? <Link to={path}>{t('drafts:beginAnew')}</Link> : null}
    </nav>
  )
}
