import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { formatFullName } from '#domain/text/format-person.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { Interruption } from '#renderer/components/layers/interruption.tsx'
import type { Found } from './found.ts'

/** Admitting in spite of other help: a page of its own, the head's reason stands in the history. */
export function OverridePage(props: {
  found: Found
  busy: boolean
  problems: readonly Problem[]
  onCancel: () => void
  onConfirm: (reason: string) => void
}) {
  const { t } = useTranslation()
  const text = useProblemText()
  const { found } = props
  return (
    <Interruption
      title={t('applications:override.title', { name: formatFullName(found.person) })}
      consequences={[
        ...found.doubleSupport.map((one) => text(one)),
        t('applications:override.consequence'),
        ...props.problems.map((one) => text(one)),
      ]}
      actionLabel={t('applications:override.confirm')}
      cancelLabel={t('applications:override.cancel')}
      reason={{ label: t('applications:override.reason'), min: found.minReasonLength }}
      busy={props.busy}
      onCancel={props.onCancel}
      onConfirm={props.onConfirm}
    />
  )
}
