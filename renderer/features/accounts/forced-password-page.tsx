import { useTranslation } from '#renderer/shell/use-translation.ts'
import { usePageTitle } from '#renderer/shell/page-title.ts'
import { useSession } from '#renderer/shell/session.tsx'
import { PasswordForm } from './password-form.tsx'

/** The password was given by the administrator: its owner chooses another before anything else. */
export default function ForcedPasswordPage() {
  const { t } = useTranslation()
  const session = useSession()
  usePageTitle(t('accounts:forcedTitle'))
  return (
    <>
      <h1>{t('accounts:forcedTitle')}</h1>
      <p>{t('accounts:forcedText')}</p>
      <PasswordForm
        oldLabel={t('accounts:givenPassword')}
        onChanged={() => void session.refresh()}
      />
      <button type="button" className="o-link-button" onClick={() => void session.signOut()}>
        {t('shell:account.signOut')}
      </button>
    </>
  )
}
