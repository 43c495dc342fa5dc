import { useFormContext, useWatch } from 'react-hook-form'
import { parseName } from '#domain/text/parse-name.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { TickBox } from '#renderer/components/fields/choice-fields.tsx'
import { TextField, type TextFieldProps } from '#renderer/components/fields/text-field.tsx'
import { Row } from '#renderer/components/form/section.tsx'

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

export type NameName = 'firstName' | 'middleName' | 'lastName'

/**
 * The names of a person, at `path` of the form: three, or one where the document shows no more. One
 * name is kept as such: nothing stands in the place of a family name that there is not.
 */
export function NameFields({
  path = '',
  label,
}: {
  path?: '' | 'person.' | 'representative.'
  label: (name: NameName) => string
}) {
  const { t } = useTranslation()
  const { setValue } = useFormContext()
  const lastName: unknown = useWatch({ name: `${path}lastName` })
  const single = lastName === null
  const set = (name: NameName, value: string | null) => {
    setValue(path + name, value, { shouldDirty: true, shouldTouch: true })
  }
  return (
    <>
      <Row>
        <NameField name={`${path}firstName`} label={label('firstName')} />
        {single ? null : (
          <>
            <NameField name={`${path}middleName`} label={label('middleName')} optional />
            <NameField name={`${path}lastName`} label={label('lastName')} />
          </>
        )}
      </Row>
      <TickBox
        label={t('people:form.oneName')}
        hint={t('people:hints.oneName')}
        checked={single}
        onChange={(checked) => {
          set('middleName', null)
          set('lastName', checked ? null : '')
        }}
      />
    </>
  )
}
