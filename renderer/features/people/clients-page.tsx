import { PeopleList } from './people-list.tsx'

/** „Ползват услуга“: people whose contract has not run out. */
export default function ClientsPage() {
  return <PeopleList view="clients" />
}
