import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#renderer/app/client.ts'
import { addressOf, routes } from '#renderer/app/feature.ts'
import { useGoTo } from '#renderer/app/frame/use-go-to.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { nameForNewPerson, namesIn } from './new-person-name.ts'
import { PersonForm } from './person-form.tsx'
import { dataOf, newPerson } from './person-values.ts'

/** A new person. Begins with the name that was looked for and not found. */
export default function NewPersonPage() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const [sought] = useState(() => {
    const text = nameForNewPerson.get()
    nameForNewPerson.set('')
    return namesIn(text)
  })
  const begun = Object.keys(sought).length > 0
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
        // What was just looked for must not disappear under an older draft.
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
