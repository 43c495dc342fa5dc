import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { bandSchema, kindOf, type Methodology } from '#domain/methodologies/schema.ts'
import { validateMethodology } from '#domain/methodologies/validate.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { AddAnother } from '#renderer/components/fields/add-another.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { HoursField, NumberField } from '#renderer/components/fields/figure-fields.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { Row, Section } from '#renderer/components/form/section.tsx'

interface Values {
  name: string
  validFrom: string | null
  approvedBy: string
  maxMinutesPerMonth: number | null
  bands: {
    min: number | null
    max: number | null
    degree: string
    minutesPerMonth: number | null
  }[]
  /** By area and item, in their order: name of the item. */
  groups: { name: string; items: { text: string }[] }[]
}

function valuesOf(data: Methodology): Values {
  return {
    name: data.name,
    validFrom: null,
    approvedBy: '',
    maxMinutesPerMonth: data.maxMinutesPerMonth,
    bands: data.bands.map((band) => ({ ...band, degree: band.degree ?? '' })),
    groups: data.groups.map(({ name, items }) => ({
      name,
      items: items.map(({ text }) => ({ text })),
    })),
  }
}

/** The copy with what was typed; rows and their points stay as they were. */
function methodologyOf(values: Values, from: Methodology): Methodology {
  return {
    ...from,
    name: values.name.trim(),
    validFrom: values.validFrom ?? '',
    approvedBy: values.approvedBy.trim() === '' ? null : values.approvedBy.trim(),
    maxMinutesPerMonth: values.maxMinutesPerMonth,
    bands: values.bands.map((band) => ({
      min: band.min ?? 0,
      max: band.max ?? 0,
      degree: band.degree.trim() === '' ? null : band.degree.trim(),
      minutesPerMonth: band.minutesPerMonth ?? 0,
    })),
    groups: from.groups.map((group, g) => ({
      ...group,
      name: values.groups[g]?.name.trim() ?? group.name,
      items: group.items.map((item, i) => ({
        ...item,
        text: values.groups[g]?.items[i]?.text.trim() ?? item.text,
      })),
    })),
  }
}

const text = z.string().trim().min(1, 'required').max(300, 'textTooLong')
const figure = z.number('required')
const shape = z.object({
  name: text,
  validFrom: z.string('required').pipe(civilDateSchema),
  approvedBy: z.string().max(300, 'textTooLong'),
  maxMinutesPerMonth: z.number().nullable(),
  bands: z
    .array(
      z.object({
        min: figure.pipe(bandSchema.shape.min),
        max: figure.pipe(bandSchema.shape.max),
        degree: z.string().max(10, 'textTooLong'),
        minutesPerMonth: figure.pipe(bandSchema.shape.minutesPerMonth),
      }),
    )
    .min(1, 'required'),
  groups: z.array(z.object({ name: text, items: z.array(z.object({ text })) })),
})

/** A selection gives points: it has neither degrees nor hours. */
const pointsAlone = shape.omit({ bands: true })

/** Shape first; then whether the degrees cover every sum exactly once. */
function schemaFor(from: Methodology): z.ZodType<Values, Values> {
  return z.custom<Values>().superRefine((values, context) => {
    const judged = (kindOf(from) === 'needs' ? shape : pointsAlone).safeParse(values)
    if (!judged.success) {
      for (const issue of judged.error.issues) context.addIssue({ ...issue })
      return
    }
    const verdict = validateMethodology(methodologyOf(values, from))
    for (const problem of verdict.ok ? [] : verdict.problems) {
      const [first, place] = problem.path ?? []
      context.addIssue({
        code: 'custom',
        message: problem.code,
        path:
          first === 'bands' ? ['bands', typeof place === 'number' ? place : 0, 'min'] : ['name'],
        params: problem.params ?? {},
      })
    }
  })
}

/** A new version by copy: texts, validity, degrees and hours; the one it follows stays as it is. */
export default function NewVersionPage() {
  const { methodologyId = '' } = useRouteParams()
  const { t } = useTranslation()
  const goTo = useGoTo()
  const query = useQuery(orpc.methodologies.find.queryOptions({ input: { id: methodologyId } }))
  if (!query.data) return query.error ? <EmptyState text={t('errors:notFound')} /> : null
  const from = query.data.data
  const title = t('methodologies:newVersionOf', { version: from.version })
  const back = addressOf('/methodologies/$methodologyId', methodologyId)
  return (
    <>
      <PageHead
        title={title}
        path={[
          { label: t('shell:groups.assessment') },
          { label: t('methodologies:title'), to: '/methodologies' },
          { label: from.name, to: back },
        ]}
      />
      <Form<Values, Values, { id: string }>
        schema={schemaFor(from)}
        title={title}
        draftKey={`methodologies:${methodologyId}`}
        defaults={valuesOf(from)}
        saveLabel={t('methodologies:saveVersion')}
        onLeave={() => {
          goTo(back)
        }}
        onSave={(values, { requestId }) =>
          client.methodologies.create({
            requestId,
            data: { fromId: methodologyId, data: methodologyOf(values, from) },
          })
        }
        onSaved={({ id }) => {
          goTo(addressOf('/methodologies/$methodologyId', id))
        }}
      >
        <Section title={t('methodologies:section.validity')}>
          <TextField name="name" label={t('methodologies:field.name')} max={300} />
          <Row>
            <DateField
              name="validFrom"
              label={t('methodologies:field.validFrom')}
              hint={t('methodologies:hint.validFrom')}
            />
            <TextField
              name="approvedBy"
              label={t('methodologies:field.approvedBy')}
              hint={t('methodologies:hint.approvedBy')}
              optional
              max={300}
            />
          </Row>
        </Section>
        {kindOf(from) === 'needs' ? (
          <Section title={t('methodologies:field.bands')}>
            <AddAnother
              name="bands"
              legend={t('methodologies:field.bands')}
              addLabel={t('methodologies:addBand')}
              empty={{ min: null, max: null, degree: '', minutesPerMonth: null }}
              max={30}
              row={(path) => (
                <>
                  <NumberField name={`${path}.min`} label={t('methodologies:field.from')} min={0} />
                  <NumberField name={`${path}.max`} label={t('methodologies:field.to')} min={0} />
                  <TextField
                    name={`${path}.degree`}
                    label={t('methodologies:field.degree')}
                    optional="quiet"
                    passBy
                    max={10}
                  />
                  <HoursField
                    name={`${path}.minutesPerMonth`}
                    label={t('methodologies:field.minutesPerMonth')}
                  />
                </>
              )}
            />
            <HoursField
              name="maxMinutesPerMonth"
              label={t('methodologies:field.maxMinutesPerMonth')}
              optional
              passBy
            />
          </Section>
        ) : null}
        {from.groups.map((group, g) => (
          <Section key={group.id} title={`${group.letter}. ${group.name}`} folded>
            <TextField name={`groups.${g}.name`} label={t('methodologies:field.group')} max={300} />
            {group.items.map((item, i) => (
              <TextField
                key={item.id}
                name={`groups.${g}.items.${i}.text`}
                label={t('methodologies:itemNumber', { number: i + 1 })}
                max={300}
              />
            ))}
          </Section>
        ))}
      </Form>
    </>
  )
}
