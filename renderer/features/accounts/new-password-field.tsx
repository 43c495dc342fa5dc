import { passwordStrength, shortestPassword } from '#domain/accounts/password.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { PasswordField } from '#renderer/components/fields/password-field.tsx'

/** A password being chosen: its rule in one line, its strength in a word while it is typed. */
export function NewPasswordField({
  name,
  label,
  names,
}: {
  name: string
  label: string
  names: readonly string[]
}) {
  const { t } = useTranslation()
  return (
    <PasswordField
      name={name}
      label={label}
      purpose="new"
      hint={t('accounts:passwordHint', { count: shortestPassword })}
      judge={(typed) => {
        const length = Array.from(typed).length
        if (length === 0) return undefined
        if (length < shortestPassword)
          return t('accounts:passwordSoFar', { length, least: shortestPassword })
        return t(`accounts:strength.${passwordStrength(typed, { names })}`)
      }}
    />
  )
}
