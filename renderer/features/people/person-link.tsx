import { Link } from '@tanstack/react-router'
import { addressOf, routes } from '#renderer/shell/feature.ts'

/** Under the title of a record: whose it is, and the way to the dossier. */
export function PersonLink({ person }: { person: { id: string; name: string } }) {
  return (
    <Link to={addressOf(routes.person, person.id)} lang="bg">
      {person.name}
    </Link>
  )
}
