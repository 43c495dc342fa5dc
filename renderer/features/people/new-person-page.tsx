import { useState } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { BeginAnew, BegunBefore, useBegunKey } from '#renderer/features/drafts/begun-before.tsx'
import { nameForNewPerson, namesIn } from './new-person-name.ts'
import { PersonForm } from './person-form.tsx'
import { dataOf, newPerson } from './person-values.ts'

/** A new person, with the name that was looked for and not found. */
export default function NewPersonPage() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const [sought] = useState(() => {
    const text = nameForNewPerson.get()
    nameForNewPerson.set('')
    return namesIn(text)
  })
  const draftKey = useBegunKey('newPerson')
  return (
    <>
      <PageHead
        title={t('people:newPerson')}
        path={[
          { label: t('shell:groups.people') },
          { label: t('people:nav.all'), to: routes.people },
        ]}
        more={<BeginAnew form="newPerson" path={routes.newPerson} />}
      />
      <BegunBefore form="newPerson" />
      <PersonForm
        title={t('people:newPerson')}
        draftKey={draftKey}
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
