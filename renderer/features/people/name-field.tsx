import { useWatch } from 'react-hook-form'
import { parseName } from '#domain/text/parse-name.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { TextField, type TextFieldProps } from '#renderer/components/fields/text-field.tsx'

/**
 * A name of a person: first letters made capital on leaving; a Latin letter among Cyrillic ones is
 * shown with its repair under the field, which F9 takes.
 */
export function NameField(props: Omit<TextFieldProps, 'tidy' | 'suggestion'>) {
  const { t } = useTranslation()
  const typed: unknown = useWatch({ name: props.name })
  const read = typeof typed === 'string' && typed.trim() !== '' ? parseName(typed) : undefined
  const params = read && !read.ok ? read.problems[0]?.params : undefined
  const better = params?.['suggestion']
  return (
    <TextField
      {...props}
      tidy={(text) => {
        const result = parseName(text)
        return result.ok ? result.value : text
      }}
      suggestion={
        typeof better === 'string' && better !== typed
          ? { value: better, text: t('people:form.takeName', { name: better }) }
          : undefined
      }
    />
  )
}
