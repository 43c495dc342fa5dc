import { ExpiringList } from './expiring-list.tsx'

/** Decisions of ТЕЛК that end within 60 days, found by name. */
export default function TelkPage() {
  return <ExpiringList view="telk60" />
}
