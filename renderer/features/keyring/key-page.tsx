import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { useSession } from '#renderer/shell/session.tsx'
import { useStore } from '#renderer/shell/store.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { PasswordField } from '#renderer/components/fields/password-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { SettingsFrame } from '#renderer/features/settings/settings-frame.tsx'
import { Countdown, useWaiting } from '#renderer/features/login/waiting.tsx'
import classes from '#renderer/features/backup/backup.module.css'
import { keyWork } from '../backup/key-work.ts'

const schema = z.object({ password: z.string().min(1, 'passwordRequired') })
const consequences = ['closed', 'old', 'copy', 'snapshots'] as const

/** Another key for the database; what it does to old sticks is said before. */
export default function KeyPage() {
  const { t } = useTranslation()
  const session = useSession()
  const work = useStore(keyWork.state)
  const { seconds, guard } = useWaiting()
  return (
    <SettingsFrame at="security">
      <PageHead
        title={t('keyring:title')}
        path={[{ label: t('office:settings'), to: '/settings/rules/security' }]}
      />
      {work.kind === 'done' ? (
        <div className={classes.notice} data-tone="ok" role="status">
          <p>{t('keyring:done')}</p>
          {work.result.copyMissing ? <p>{t('keyring:doneWithoutCopy')}</p> : null}
          <Link to="/backup">{t('keyring:toBackup')}</Link>
        </div>
      ) : null}
      {work.kind === 'failed' ? (
        <div className={classes.notice} data-tone="bad" role="alert">
          <p>{work.problem}</p>
        </div>
      ) : null}
      <p>{t('keyring:what')}</p>
      <ul className={classes.consequences}>
        {consequences.map((line) => (
          <li key={line}>{t(`keyring:consequences.${line}`)}</li>
        ))}
      </ul>
      <Form
        schema={schema}
        defaults={{ password: '' }}
        title={t('keyring:title')}
        saveLabel={t('keyring:run')}
        reads
        summary={false}
        problemFields={{ badPassword: 'password' }}
        onSave={(input) =>
          guard(async () => {
            await keyWork.start(t('keyring:working'), (signal) =>
              client.keyring.change(input, { signal }),
            )
            await session.refresh()
          })
        }
      >
        <PasswordField name="password" label={t('keyring:password')} purpose="current" />
      </Form>
      <Countdown seconds={seconds} />
    </SettingsFrame>
  )
}
