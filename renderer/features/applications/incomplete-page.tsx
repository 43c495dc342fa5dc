import { ApplicationsList } from './applications-list.tsx'

/** Applications that wait for papers. */
export default function IncompletePage() {
  return <ApplicationsList only="incomplete" />
}
