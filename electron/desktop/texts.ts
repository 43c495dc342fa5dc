import bg from '#locales/bg/desktop.json' with { type: 'json' }

type TextKey = keyof typeof bg

/**
 * The few sentences that the shell itself shows, before or without a page. They are Bulgarian
 * whatever the page speaks: the language of a person is known only after the login.
 */
export function shellText(key: TextKey, params: Record<string, string> = {}): string {
  return bg[key].replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => params[name] ?? whole)
}
