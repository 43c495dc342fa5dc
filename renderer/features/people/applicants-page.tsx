import { PeopleList } from './people-list.tsx'

/** „Кандидати“: an open application, no contract yet. */
export default function ApplicantsPage() {
  return <PeopleList view="applicants" />
}
