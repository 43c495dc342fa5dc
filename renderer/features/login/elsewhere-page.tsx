import { useState } from 'react'
import { formatInstant } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { clockTime } from '#renderer/shell/clock-time.ts'
import { usePageTitle } from '#renderer/shell/page-title.ts'
import { useSessionState } from '#renderer/shell/session.tsx'
import { FormButton } from '#renderer/components/form/form-button.tsx'

/** Another program has the data folder open: who and since when, and what to do about it. */
export default function ElsewherePage() {
  const { t } = useTranslation()
  const state = useSessionState()
  const [checked] = useState(() => clockTime(new Date()))
  usePageTitle(t('login:elsewhere.title'))
  if (state.status !== 'elsewhere') return null
  const { holder } = state
  return (
    <>
      <h1 tabIndex={-1}>{t('login:elsewhere.title')}</h1>
      <p role="alert">
        {holder
          ? t('login:elsewhere.by', {
              computer: holder.computer,
              since: formatInstant(holder.since),
            })
          : t('login:elsewhere.unknown')}
      </p>
      <p>{t(holder?.here === true ? 'login:elsewhere.here' : 'login:elsewhere.there')}</p>
      <p>{t('login:elsewhere.why')}</p>
      <p>{t('login:elsewhere.checked', { time: checked })}</p>
      <FormButton
        // A new page brings a new channel, and with it the folder is tried anew.
        onClick={() => {
          location.reload()
        }}
      >
        {t('common:retry')}
      </FormButton>
    </>
  )
}
