import { useEffect, useRef } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { presentedAsKinds } from '#domain/applications/schema.ts'
import { broughtPapers, type CandidateIntakeInput } from '#domain/candidates/intake.ts'
import { candidateChecklist } from '#domain/candidates/rules.ts'
import { declarationNames, type CandidateDocumentType } from '#domain/candidates/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { CheckField, SelectField } from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Section } from '#renderer/components/form/section.tsx'
import { useTickAndGo } from '#renderer/features/applications/intake-papers.tsx'
import classes from '#renderer/features/applications/applications.module.css'

/** What is declared with a signature; each tick says that it stands on the paper. */
export function CandidateDeclarations() {
  const { t } = useTranslation()
  const onKeyDown = useTickAndGo()
  const { getValues, setValue } = useFormContext<CandidateIntakeInput>()
  const { privacyNotice: noticed } = useWatch<CandidateIntakeInput, 'declarations'>({
    name: 'declarations',
  })
  const before = useRef(noticed)
  useEffect(() => {
    // The signed notice is the paper that proves it: it is ticked once.
    if (noticed && !before.current && !getValues('documents.privacyNotice.present'))
      setValue('documents.privacyNotice.present', true, { shouldDirty: true })
    before.current = noticed
  }, [noticed, getValues, setValue])
  return (
    <Section title={t('candidates:section.declarations')}>
      <div className={classes.ticks} onKeyDown={onKeyDown}>
        {declarationNames.map((name) => (
          <CheckField
            key={name}
            name={`declarations.${name}`}
            label={t(`candidates:declaration.${name}`)}
          />
        ))}
      </div>
    </Section>
  )
}

/** „Опис на документите“ for the programme: what is needed, what is here, and how it came. */
export function CandidateDocuments() {
  const { t } = useTranslation()
  const onKeyDown = useTickAndGo()
  const [documents, regime, otherContract, trainings, labourStatus] = useWatch<
    CandidateIntakeInput,
    ['documents', 'regime', 'otherContract', 'trainings', 'labourStatus']
  >({ name: ['documents', 'regime', 'otherContract', 'trainings', 'labourStatus'] })
  const rows = candidateChecklist({
    ...{ regime, otherContract, trainings, labourStatus },
    documents: broughtPapers(documents),
  })
  const ordered = [...rows.filter((row) => row.needed), ...rows.filter((row) => !row.needed)]
  return (
    <Section title={t('candidates:section.documents')}>
      <div onKeyDown={onKeyDown}>
        {ordered.map((row) => (
          <PaperLine
            key={row.type}
            type={row.type}
            needed={row.needed}
            present={documents[row.type].present}
          />
        ))}
      </div>
    </Section>
  )
}

function PaperLine(props: { type: CandidateDocumentType; needed: boolean; present: boolean }) {
  const { type, needed, present } = props
  const { t } = useTranslation()
  const name = `documents.${type}` as const
  return (
    <div className={classes.paper}>
      <CheckField
        name={`${name}.present`}
        label={t(`candidates:documentType.${type}`)}
        passBy={!needed}
      />
      {present ? (
        <PaperDetails type={type} name={name} />
      ) : (
        <span className="o-small o-muted">
          {t(needed ? 'candidates:document.needed' : 'candidates:document.notNeeded')}
        </span>
      )}
    </div>
  )
}

/** Number and date; of an identity card only that it was shown (ЗЗЛД чл. 25г). */
function PaperDetails({ type, name }: { type: CandidateDocumentType; name: string }) {
  const { t } = useTranslation()
  if (type === 'idCard')
    return <span className="o-small">{t('applications:presentedAs.forReference')}</span>
  return (
    <>
      {type === 'medicalDocument' ? (
        <DateField
          name={`${name}.date`}
          label={t('candidates:document.date')}
          optional="quiet"
          passBy
        />
      ) : (
        <SelectField
          name={`${name}.presentedAs`}
          label={t('candidates:document.presentedAs')}
          width="middle"
          choices={presentedAsKinds.map((value) => ({
            value,
            label: t(`applications:presentedAs.${value}`),
          }))}
        />
      )}
      <TextField
        name={type === 'other' ? `${name}.note` : `${name}.number`}
        label={t(type === 'other' ? 'candidates:document.what' : 'candidates:document.number')}
        width="middle"
        max={type === 'other' ? 200 : 60}
        optional="quiet"
        passBy
      />
    </>
  )
}
