import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Form } from '#renderer/components/form/form.tsx'
import {
  OfficeFields,
  officePart,
  officePartDefaults,
} from '#renderer/features/office/office-fields.tsx'
import { RememberValues } from './remember-values.tsx'
import { rememberOffice, setupMemory } from './setup-memory.ts'

/** Which office this is, as it stands in the head of every paper. */
export function OfficeStep({ onNext }: { onNext: () => void }) {
  const { t } = useTranslation()
  return (
    <Form
      schema={officePart}
      defaults={{ ...officePartDefaults, ...setupMemory().office }}
      title={t('setup:steps.office')}
      saveLabel={t('setup:next')}
      enterSubmits
      reads
      onSave={(values) => {
        rememberOffice(values)
        return Promise.resolve()
      }}
      onSaved={onNext}
    >
      <RememberValues keep={rememberOffice} />
      <OfficeFields />
    </Form>
  )
}
