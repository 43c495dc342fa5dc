import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Form } from '#renderer/components/form/form.tsx'
import {
  SignatoryFields,
  signatoriesDefaults,
  signatoriesPart,
} from '#renderer/features/office/signatory-fields.tsx'
import { RememberValues } from './remember-values.tsx'
import { rememberOffice, setupMemory } from './setup-memory.ts'

/** Whose names stand under the papers. */
export function SignatoriesStep({ onNext }: { onNext: () => void }) {
  const { t } = useTranslation()
  return (
    <Form
      schema={signatoriesPart}
      defaults={{ ...signatoriesDefaults, ...setupMemory().office }}
      title={t('setup:steps.signatories')}
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
      <SignatoryFields />
    </Form>
  )
}
