import { ApplicationsList } from './applications-list.tsx'

/** All applications of people. */
export default function ApplicationsPage() {
  return <ApplicationsList />
}
