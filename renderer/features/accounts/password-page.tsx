import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { say } from '#renderer/shell/toasts.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { PasswordForm } from './password-form.tsx'

/** Change of one's own password. */
export default function PasswordPage() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  return (
    <>
      <PageHead title={t('accounts:changePassword')} />
      <PasswordForm
        oldLabel={t('accounts:oldPassword')}
        onChanged={() => {
          say(t('accounts:passwordChanged'), { tone: 'ok' })
          goTo('/')
        }}
      />
    </>
  )
}
