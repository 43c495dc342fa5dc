import { Combobox, useCombobox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { formatFullName, formatSettlement } from '#domain/text/format-person.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import classes from './audit.module.css'

/** Finds a person as the search does; Enter takes the first. What is taken becomes a chip. */
export function PersonFilter({
  onPick,
}: {
  onPick: (person: { id: string; name: string }) => void
}) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const combobox = useCombobox()
  const found = useQuery(
    orpc.people.search.queryOptions({ input: { text }, enabled: text.trim().length > 1 }),
  ).data?.people
  const people = text.trim().length > 1 ? found : undefined
  useEffect(() => {
    if (people?.length) combobox.selectFirstOption()
    // Only when another answer arrives: the arrows must not be thrown back.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [people])
  return (
    <Combobox
      store={combobox}
      width={340}
      position="bottom-start"
      onOptionSubmit={(id) => {
        const person = people?.find((one) => one.id === id)
        if (!person) return
        setText('')
        combobox.closeDropdown()
        onPick({ id, name: formatFullName(person) })
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <input
          className={classes.filter}
          type="text"
          role="combobox"
          aria-label={t('audit:filter.person')}
          aria-expanded={combobox.dropdownOpened}
          placeholder={t('audit:filter.findPerson')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onBlur={() => {
            combobox.closeDropdown()
          }}
          onKeyDown={(event) => {
            if (event.code !== 'Escape' || text === '') return
            event.stopPropagation()
            setText('')
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={people === undefined}>
        <Combobox.Options
          mah={280}
          style={{ overflowY: 'auto' }}
          aria-label={t('audit:filter.person')}
        >
          {people?.map((person) => (
            <Combobox.Option key={person.id} value={person.id}>
              <span lang="bg">
                {formatFullName(person)} · {person.birthDate.slice(0, 4)} ·{' '}
                {formatSettlement(person)}
              </span>
            </Combobox.Option>
          ))}
          {people?.length === 0 ? (
            <Combobox.Empty>{t('audit:filter.noPerson')}</Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
