import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { nameForNewPerson, namesIn } from './new-person-name.ts'
import { PersonForm } from './person-form.tsx'
import { dataOf, newPerson } from './person-values.ts'

/**
 * A new person; at an address of its own with the name that was looked for and not found, so that
 * its draft neither hides under an older one nor is lost from the list of drafts.
 */
export default function NewPersonPage() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const [sought] = useState(() => {
    const text = nameForNewPerson.get()
    nameForNewPerson.set('')
    return namesIn(text)
  })
  const begun = useLocation().pathname === routes.newPersonSought
  return (
    <>
      <PageHead
        title={t('people:newPerson')}
        path={[
          { label: t('shell:groups.people') },
          { label: t('people:nav.all'), to: routes.people },
        ]}
      />
      <PersonForm
        title={t('people:newPerson')}
        draftKey={begun ? 'person:sought' : 'person:new'}
        defaults={{ ...newPerson, ...sought }}
        personId={null}
        next
        save={(values, { requestId }) => client.people.create({ requestId, data: dataOf(values) })}
        onSaved={({ id }, intent) => {
          if (intent !== 'next') goTo(addressOf(routes.person, id))
        }}
        onLeave={() => {
          goTo(routes.people)
        }}
      />
    </>
  )
}
