import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import {
  telkDecisionSchema,
  telkIssuers,
  telkKinds,
  type TelkDecision,
} from '#domain/people/schema.ts'
import { formatDate } from '#domain/text/format.ts'
import type { NameIn } from '#locales/keys.ts'
import { openText } from '#renderer/shell/open-text.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { useMay } from '#renderer/shell/session.tsx'
import {
  CheckField,
  RadioField,
  YesNoUnknownField,
} from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { NumberField } from '#renderer/components/fields/figure-fields.tsx'
import { TextAreaField } from '#renderer/components/fields/text-area-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { Row, Section } from '#renderer/components/form/section.tsx'
import { PartPage, usePart } from './part-page.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'

/** A term as it is typed: a date, or „п“ for lifetime. */
const term = z.union([z.literal('lifetime'), civilDateSchema]).nullable()

const formSchema = telkDecisionSchema.omit({ lifetime: true, attendanceLifetime: true }).extend({
  attendance: z.enum(['yes', 'no'], 'attendanceRequired'),
  attendanceUntil: term,
  validUntil: term,
  version: z.int().nullable(),
})
type Values = z.input<typeof formSchema>
type Data = z.output<typeof formSchema>

const empty: Values = {
  issuer: 'telk',
  issuerName: null,
  number: '',
  session: null,
  decidedOn: '',
  kind: null as unknown as Values['kind'],
  percent: null as unknown as number,
  attendance: null as unknown as Values['attendance'],
  attendanceUntil: null,
  validUntil: null,
  diagnosis: null,
  icd10: null,
  disabilityFrom: null,
  inForce: true,
  version: null,
}

function dataOf({ version: _version, ...values }: Data) {
  const date = (value: Data['validUntil']) => (value === 'lifetime' ? null : value)
  const attendance = values.attendance === 'yes'
  return {
    ...values,
    attendance,
    attendanceUntil: attendance ? date(values.attendanceUntil) : null,
    attendanceLifetime: attendance && values.attendanceUntil === 'lifetime',
    validUntil: date(values.validUntil),
    lifetime: values.validUntil === 'lifetime',
  }
}

function valuesOf(stored: TelkDecision): Values {
  const {
    id: _id, personId: _p, createdAt: _c, createdBy: _cb, updatedAt: _u, updatedBy: _ub,
    attendance, attendanceLifetime, lifetime, ...data
  } = stored // prettier-ignore
  return {
    ...data,
    attendance: attendance ? 'yes' : 'no',
    attendanceUntil: attendanceLifetime ? 'lifetime' : data.attendanceUntil,
    validUntil: lifetime ? 'lifetime' : data.validUntil,
  }
}

/** A decision of ТЕЛК or НЕЛК. */
export default function TelkPage() {
  const { t } = useTranslation()
  const { personId, partId } = usePart()
  const stored = useQuery(
    orpc.people.editTelkDecision.queryOptions({
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
      title={t(partId === undefined ? 'people:telk.new' : 'people:telk.edit')}
    >
      <TelkForm stored={stored.data} />
    </PartPage>
  )
}

function TelkForm({ stored }: { stored: TelkDecision | undefined }) {
  const { t } = useTranslation()
  const may = useMay()
  const { personId, partId, back } = usePart()
  const label = (name: NameIn<'people:fields'>) => t(`people:fields.${name}`)
  const term = (value: unknown) =>
    value === 'lifetime'
      ? t('common:lifetime')
      : typeof value === 'string'
        ? formatDate(value)
        : '–'
  return (
    <Form<Values, Data, unknown>
      schema={formSchema}
      title={t('people:telk.form')}
      draftKey={`telk:${partId ?? personId}`}
      defaults={stored ? valuesOf(stored) : empty}
      onLeave={back}
      conflictFields={[
        {
          name: 'issuer',
          label: label('issuer'),
          show: (value) => openText(`people:telkIssuer.${String(value)}`, 'common:none'),
        },
        { name: 'issuerName', label: label('issuerName') },
        { name: 'number', label: label('telkNumber') },
        { name: 'session', label: label('session') },
        { name: 'decidedOn', label: label('decidedOn'), show: term },
        {
          name: 'kind',
          label: label('telkKind'),
          show: (value) => openText(`people:telkKind.${String(value)}`, 'common:none'),
        },
        { name: 'percent', label: label('percent') },
        {
          name: 'attendance',
          label: label('attendance'),
          show: (value) => openText(`common:${String(value)}`, 'common:none'),
        },
        { name: 'attendanceUntil', label: label('attendanceUntil'), show: term },
        { name: 'validUntil', label: label('validUntil'), show: term },
        { name: 'disabilityFrom', label: label('disabilityFrom'), show: term },
        { name: 'diagnosis', label: label('diagnosis') },
        { name: 'icd10', label: label('icd10') },
      ]}
      onSave={async (values, { requestId }) => {
        try {
          return await client.people.saveTelkDecision({
            requestId,
            data: { personId, id: partId ?? null, version: values.version, data: dataOf(values) },
          })
        } catch (error) {
          throw inFormWords(error)
        }
      }}
      onSaved={back}
    >
      <Section title={t('people:sections.decision')}>
        <RadioField
          name="issuer"
          label={label('issuer')}
          choices={telkIssuers.map((value) => ({ value, label: t(`people:telkIssuer.${value}`) }))}
        />
        <Row>
          <TextField name="number" label={label('telkNumber')} max={40} />
          <DateField name="decidedOn" label={label('decidedOn')} />
        </Row>
        <Row>
          <TextField name="session" label={label('session')} optional max={40} passBy />
          <TextField
            name="issuerName"
            label={label('issuerName')}
            hint={t('people:hints.issuerName')}
            optional
            max={120}
          />
        </Row>
        <RadioField
          name="kind"
          label={label('telkKind')}
          stacked
          choices={telkKinds.map((value) => ({ value, label: t(`people:telkKind.${value}`) }))}
        />
        <Row>
          <NumberField name="percent" label={label('percent')} min={0} max={100} decimals={2} />
          <DateField
            name="validUntil"
            label={label('validUntil')}
            hint={t('people:hints.lifetime')}
            lifetime
          />
        </Row>
        <Row>
          <YesNoUnknownField name="attendance" label={label('attendance')} withoutUnknown />
          <DateField
            name="attendanceUntil"
            label={label('attendanceUntil')}
            hint={t('people:hints.attendanceUntil')}
            lifetime
            optional
          />
        </Row>
        <DateField name="disabilityFrom" label={label('disabilityFrom')} optional passBy />
        <CheckField name="inForce" label={label('inForce')} hint={t('people:hints.inForce')} />
      </Section>
      {may('people.readHealth') ? (
        <Section title={t('people:sections.health')}>
          <TextAreaField name="diagnosis" label={label('diagnosis')} optional max={1000} />
          <TextField
            name="icd10"
            label={label('icd10')}
            hint={t('people:hints.icd10')}
            optional
            max={7}
          />
        </Section>
      ) : null}
    </Form>
  )
}

/** A colleague's decision as this form holds it, so that the two can be laid side by side. */
function inFormWords(error: unknown): unknown {
  const data = (error as { data?: { theirs?: TelkDecision } }).data
  if (data?.theirs) data.theirs = valuesOf(data.theirs) as unknown as TelkDecision
  return error
}
