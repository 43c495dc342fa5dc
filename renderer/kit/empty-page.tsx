import { Button } from '@mantine/core'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'

export default function EmptyPage() {
  return (
    <>
      <PageHead title="Днес" subtitle="събота, 21 ноември 2026 г." />
      <EmptyState text="Няма нищо за днес." actions={<Button>Ново заявление</Button>} />
    </>
  )
}
