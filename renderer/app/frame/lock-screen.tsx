import { Lock } from 'lucide-react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Form } from '#renderer/components/form/form.tsx'
import { filled } from '#renderer/components/form/resolver.ts'
import { PasswordField } from '#renderer/components/fields/password-field.tsx'
import { usePageTitle } from '#renderer/shell/page-title.ts'
import { useSession, type SessionAccount, type SessionOffice } from '#renderer/shell/session.tsx'
import classes from './frame.module.css'

const schema = filled<{ password: string }>({ password: 'required' })

/**
 * Nothing of the page is behind it: it was taken away with its data. Only the name of the profile
 * shows; after the password one is back at the same field with the same text.
 */
export function LockScreen({
  office,
  account,
}: {
  office: SessionOffice
  account: SessionAccount
}) {
  const { t } = useTranslation()
  const session = useSession()
  usePageTitle(t('shell:lock.title'))
  return (
    <main id="main" className={classes.gate}>
      <p className="o-muted">{office.name}</p>
      <h1 className={classes.lockTitle}>
        <Lock size={22} aria-hidden /> {t('shell:lock.title')}
      </h1>
      <p>{t('shell:lock.text', { name: account.displayName })}</p>
      <Form
        schema={schema}
        defaults={{ password: '' }}
        title={t('shell:lock.title')}
        saveLabel={t('shell:lock.unlock')}
        enterSubmits
        reads
        summary={false}
        problemFields={{ badPassword: 'password' }}
        onSave={({ password }) => session.unlock(password)}
        actions={
          <button type="button" className="o-link-button" onClick={() => void session.signOut()}>
            {t('shell:lock.other')}
          </button>
        }
      >
        <PasswordField name="password" label={t('shell:lock.password')} purpose="current" />
      </Form>
    </main>
  )
}
