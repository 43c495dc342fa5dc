import { useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import {
  representativeDocumentKinds,
  representativeKinds,
  representativeSchema,
  sexes,
  type Representative,
} from '#domain/people/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { NameIn } from '#locales/keys.ts'
import { openText } from '#renderer/shell/open-text.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { say } from '#renderer/shell/toasts.ts'
import { CheckField, RadioField, SelectField } from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { PhoneField } from '#renderer/components/fields/figure-fields.tsx'
import { TextAreaField } from '#renderer/components/fields/text-area-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { Row, Section } from '#renderer/components/form/section.tsx'
import { IdNumberFields } from './id-number-field.tsx'
import { NameFields } from './name-field.tsx'
import { PartPage, usePart } from './part-page.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'

const formSchema = representativeSchema.safeExtend({ version: z.int().nullable() })
type Values = z.input<typeof formSchema>
type Data = z.output<typeof formSchema>

const empty: Values = {
  // Legal grounds have no default.
  kind: null as unknown as Values['kind'],
  firstName: '',
  middleName: null,
  lastName: '',
  idKind: 'egn',
  idNumber: null,
  sex: null,
  idCardNumber: null,
  address: null,
  phone: null,
  email: null,
  documentKind: null as unknown as Values['documentKind'],
  documentNumber: null,
  documentDate: null,
  documentIssuer: null,
  validFrom: null,
  validUntil: null,
  scope: null,
  signsContracts: true,
  version: null,
}

/** A representative: who, by which document, what for. */
export default function RepresentativePage() {
  const { t } = useTranslation()
  const { personId, partId } = usePart()
  const stored = useQuery(
    orpc.people.editRepresentative.queryOptions({
      input: { personId, id: partId ?? '' },
      enabled: partId !== undefined,
      gcTime: 0,
      staleTime: Infinity,
    }),
  )
  if (partId !== undefined && !stored.data) return <RecordState error={stored.error} />
  return (
    <PartPage
      personId={personId}
      title={t(partId === undefined ? 'people:representatives.new' : 'people:representatives.edit')}
    >
      <RepresentativeForm stored={stored.data} />
    </PartPage>
  )
}

function valuesOf(stored: Representative): Values {
  const {
    id: _id,
    personId: _p,
    createdAt: _c,
    createdBy: _cb,
    updatedAt: _u,
    updatedBy: _ub,
    ...data
  } = stored
  return data
}

const conflictNames = [
  'firstName', 'middleName', 'lastName', 'idNumber', 'idCardNumber', 'address', 'phone', 'email',
  'documentNumber', 'documentDate', 'documentIssuer', 'validFrom', 'validUntil', 'scope',
] as const // prettier-ignore

function RepresentativeForm({ stored }: { stored: Representative | undefined }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const { personId, partId, back } = usePart()
  const label = (name: NameIn<'people:fields'>) => t(`people:fields.${name}`)
  return (
    <Form<Values, Data, { warnings: Problem[] }>
      schema={formSchema}
      title={t('people:representatives.form')}
      draftKey={`representatives:${partId ?? personId}`}
      defaults={stored ? valuesOf(stored) : empty}
      conflictFields={[
        {
          name: 'kind',
          label: label('kind'),
          show: (value) => openText(`people:representativeKind.${String(value)}`, 'common:none'),
        },
        {
          name: 'documentKind',
          label: label('documentKind'),
          show: (value) => openText(`people:documentKind.${String(value)}`, 'common:none'),
        },
        ...conflictNames.map((name) => ({ name, label: label(name) })),
        {
          name: 'signsContracts',
          label: label('signsContracts'),
          show: (value) => t(value ? 'common:yes' : 'common:no'),
        },
      ]}
      onLeave={back}
      onSave={({ version, ...data }, { requestId }) =>
        client.people.saveRepresentative({
          requestId,
          data: { personId, id: partId ?? null, version, data },
        })
      }
      onSaved={({ warnings }) => {
        for (const warning of warnings) say(problemText(warning), { tone: 'warn' })
        back()
      }}
    >
      <Section title={t('people:sections.representative')}>
        <RadioField
          name="kind"
          label={label('kind')}
          choices={representativeKinds.map((value) => ({
            value,
            label: t(`people:representativeKind.${value}`),
          }))}
        />
        <IdNumberFields optional />
        <NameFields label={label} />
        <Row>
          <RadioField
            name="sex"
            label={label('sex')}
            optional
            passBy
            choices={sexes.map((value) => ({ value, label: t(`people:sex.${value}`) }))}
          />
          <TextField name="idCardNumber" label={label('idCardNumber')} optional max={9} />
        </Row>
        <TextField name="address" label={label('address')} optional max={250} />
        <Row>
          <PhoneField name="phone" label={label('phone')} optional />
          <TextField
            name="email"
            label={label('email')}
            optional
            max={120}
            inputMode="email"
            passBy
          />
        </Row>
      </Section>
      <Section title={t('people:sections.document')}>
        <SelectField
          name="documentKind"
          label={label('documentKind')}
          choices={representativeDocumentKinds.map((value) => ({
            value,
            label: t(`people:documentKind.${value}`),
          }))}
        />
        <Row>
          <TextField
            name="documentNumber"
            label={label('documentNumber')}
            hint={t('people:hints.documentNumber')}
            optional
            max={60}
          />
          <DateField name="documentDate" label={label('documentDate')} optional />
        </Row>
        <TextField
          name="documentIssuer"
          label={label('documentIssuer')}
          hint={t('people:hints.documentIssuer')}
          optional
          max={120}
        />
        <Row>
          <DateField name="validFrom" label={label('validFrom')} optional passBy />
          <DateField name="validUntil" label={label('validUntil')} optional passBy />
        </Row>
        <ProxyScope />
      </Section>
    </Form>
  )
}

/** What a proxy may do; asked only where there is a proxy. */
function ProxyScope() {
  const { t } = useTranslation()
  const kind = useWatch<Values, 'kind'>({ name: 'kind' })
  if (kind !== 'proxy') return null
  return (
    <>
      <TextAreaField name="scope" label={t('people:fields.scope')} optional max={1000} />
      <CheckField name="signsContracts" label={t('people:fields.signsContracts')} passBy />
    </>
  )
}
