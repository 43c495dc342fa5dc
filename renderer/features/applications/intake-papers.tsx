import { useFormContext, useWatch } from 'react-hook-form'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { IntakeInput } from '#domain/applications/intake.ts'
import { documentChecklist, type ApplicantFacts } from '#domain/applications/rules.ts'
import { documentsOf } from '#domain/applications/intake.ts'
import { presentedAsKinds, type DocumentType } from '#domain/applications/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { CheckField, SelectField } from '#renderer/components/fields/choice-fields.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { useFormTools } from '#renderer/components/form/form-context.ts'
import { Section } from '#renderer/components/form/section.tsx'
import classes from './applications.module.css'

const declarations = ['truth', 'homeAccess', 'noDoubleSupport', 'privacyNotice'] as const

/** Space ticks and goes on, as on a scoring sheet; taking a tick away stays where it is. */
export function useTickAndGo() {
  const tools = useFormTools()
  const { getValues, setValue } = useFormContext<IntakeInput>()
  return (event: KeyboardEvent<HTMLElement>) => {
    const box = event.target
    if (event.code !== 'Space' || !(box instanceof HTMLInputElement) || box.type !== 'checkbox')
      return
    const name = box.dataset['field'] as 'declarations.truth' | undefined
    if (!name || getValues(name)) return
    event.preventDefault()
    setValue(name, true, { shouldDirty: true })
    tools.advance(box)
  }
}

/** What is declared with a signature; each tick says that it stands on the paper. */
export function DeclarationsSection() {
  const { t } = useTranslation()
  const onKeyDown = useTickAndGo()
  const { setValue, getValues } = useFormContext<IntakeInput>()
  const noticed = useWatch<IntakeInput, 'declarations.privacyNotice'>({
    name: 'declarations.privacyNotice',
  })
  const before = useRef(noticed)
  useEffect(() => {
    // The signed notice is the paper that proves it: it is ticked once.
    if (noticed && !before.current && !getValues('documents.privacyNotice.present'))
      setValue('documents.privacyNotice.present', true, { shouldDirty: true })
    before.current = noticed
  }, [noticed, getValues, setValue])
  return (
    <Section title={t('applications:section.declarations')}>
      <div className={classes.ticks} onKeyDown={onKeyDown}>
        {declarations.map((name) => (
          <CheckField
            key={name}
            name={`declarations.${name}`}
            label={t(`applications:declaration.${name}`)}
          />
        ))}
      </div>
    </Section>
  )
}

/** Only shown: the law keeps no copy of an identity card (ЗЗЛД чл. 25г). */
const onlyShown: readonly DocumentType[] = ['idCard', 'representativeId']

/** „Опис на документите“: what is needed for this applicant, what is here, and how it came. */
export function DocumentsSection({ facts }: { facts: ApplicantFacts }) {
  const { t } = useTranslation()
  const onKeyDown = useTickAndGo()
  const [group, documents] = useWatch<IntakeInput, ['eligibilityGroup', 'documents']>({
    name: ['eligibilityGroup', 'documents'],
  })
  const rows = documentChecklist(
    { eligibilityGroup: group, documents: documentsOf(documents) },
    facts,
  )
  const ordered = [...rows.filter((row) => row.needed), ...rows.filter((row) => !row.needed)]
  const spare = (['incomeDeclaration', 'other'] as const).filter(
    (type) => !rows.some((row) => row.type === type),
  )
  const line = (type: DocumentType, needed: boolean) => {
    const name = `documents.${type}` as const
    const present = documents[type].present
    return (
      <div key={type} className={classes.paper}>
        <CheckField
          name={`${name}.present`}
          label={t(`applications:documentType.${type}`)}
          passBy={!needed}
        />
        {present ? null : (
          <span className="o-small o-muted">
            {t(needed ? 'applications:document.needed' : 'applications:document.notNeeded')}
          </span>
        )}
        {present && !onlyShown.includes(type) ? (
          <>
            <SelectField
              name={`${name}.presentedAs`}
              label={t('applications:document.presentedAs')}
              width="middle"
              choices={presentedAsKinds.map((value) => ({
                value,
                label: t(`applications:presentedAs.${value}`),
              }))}
            />
            <TextField
              name={type === 'other' ? `${name}.note` : `${name}.number`}
              label={t(
                type === 'other' ? 'applications:document.what' : 'applications:document.number',
              )}
              width="middle"
              max={200}
              optional="quiet"
              passBy
            />
          </>
        ) : null}
        {present && onlyShown.includes(type) ? (
          <span className="o-small">{t('applications:presentedAs.forReference')}</span>
        ) : null}
      </div>
    )
  }
  return (
    <Section title={t('applications:section.documents')}>
      <div onKeyDown={onKeyDown}>
        {ordered.map((row) => line(row.type, row.needed))}
        {spare.map((type) => line(type, false))}
      </div>
    </Section>
  )
}
