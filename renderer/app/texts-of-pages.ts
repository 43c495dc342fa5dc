import { byNamespace, i18n } from '#renderer/shell/i18n.ts'

const bulgarian = import.meta.glob<Record<string, unknown>>(
  [
    '../../locales/bg/*.json',
    // Here from the start (i18n.ts), and what only other rooms say.
    '!../../locales/bg/{accounts,cli,common,desktop,errors,login,problems,shell}.json',
  ],
  { eager: true, import: 'default' },
)

for (const [name, texts] of Object.entries(byNamespace(bulgarian)))
  i18n.addResourceBundle('bg', name, texts)
