import { PeopleList } from './people-list.tsx'

/** „Всички лица“. */
export default function PeoplePage() {
  return <PeopleList />
}
