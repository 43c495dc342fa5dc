import { ExpiringList } from './expiring-list.tsx'

/** What ends within 90 days or has ended. */
export default function ExpiringPage() {
  return <ExpiringList />
}
