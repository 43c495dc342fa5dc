import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Form } from '#renderer/components/form/form.tsx'
import { ProgrammeField, programmePart } from '#renderer/features/office/programme-field.tsx'
import { RememberValues } from './remember-values.tsx'
import { rememberOffice, setupMemory } from './setup-memory.ts'

/** The regime of law the office works by, with the limits that come with it. */
export function ProgrammeStep({ onNext }: { onNext: () => void }) {
  const { t } = useTranslation()
  return (
    <Form
      schema={programmePart}
      defaults={{ programme: setupMemory().office.programme ?? '' }}
      title={t('setup:steps.programme')}
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
      <ProgrammeField />
    </Form>
  )
}
