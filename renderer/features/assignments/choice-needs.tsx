import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { sexes } from '#domain/people/schema.ts'
import { activityById } from '#domain/regimes/activities.ts'
import { formatHoursText } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Facts, type Fact } from '#renderer/components/display/facts.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { FieldRows } from '#renderer/components/record/field-rows.tsx'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { weekdaysText } from '#renderer/features/plans/weekday-words.ts'
import type { Pool } from './found.ts'

/** What the person wishes for and needs, as it is known. */
export function Needs({ pool }: { pool: Pool }) {
  const { t } = useTranslation()
  const { needs, minutes } = pool
  const named = (text: string) => (text === '' ? null : <span lang="bg">{text}</span>)
  const facts: Fact[] = [
    {
      label: t('assignments:need.wish'),
      value: named(needs.wishText) ?? t('assignments:need.helpToChoose'),
    },
    ...(needs.substituteText === ''
      ? []
      : [{ label: t('assignments:need.substitute'), value: named(needs.substituteText) }]),
    ...(needs.kinship === null
      ? []
      : [
          {
            label: t('assignments:need.kinship'),
            value: t(`applications:kinship.${needs.kinship}`),
          },
        ]),
    { label: t('assignments:need.settlement'), value: named(needs.settlement) },
    ...(needs.floor === null
      ? []
      : [{ label: t('assignments:need.floor'), value: named(needs.floor) }]),
    {
      label: t('assignments:need.minutes'),
      value: minutes.free === null ? null : formatHoursText(Math.max(0, minutes.free)),
    },
    {
      label: t('assignments:need.weekdays'),
      value:
        needs.weekdays.length === 0 ? t('assignments:need.noPlan') : weekdaysText(needs.weekdays),
    },
    ...(needs.acts.length === 0
      ? []
      : [
          {
            label: t('assignments:need.acts'),
            value: named(needs.acts.map((id) => activityById(id)?.name ?? id).join(', ')),
          },
        ]),
  ]
  return (
    <section aria-labelledby="choice-needs">
      <h2 id="choice-needs">{t('assignments:section.needs')}</h2>
      <Facts facts={facts} narrow />
    </section>
  )
}

const questionSchema = z.object({
  day: civilDateSchema,
  minutesPerMonth: z.int('wholeNumber').min(15, 'tooSmall').max(44_640, 'tooBig').nullable(),
  sex: z.enum(sexes).nullable(),
})
/** What the pool is asked. */
export type Question = z.output<typeof questionSchema>

const questionFields = fieldsFor<z.input<typeof questionSchema>>().few('assignments', [
  { name: 'day', kind: 'date', width: 'short' },
  {
    name: 'minutesPerMonth',
    kind: 'hours',
    beside: true,
    optional: true,
    passBy: true,
    hint: true,
  },
  {
    name: 'sex',
    kind: 'choice',
    options: sexes,
    as: 'radio',
    optional: true,
    passBy: true,
    words: 'assignments:sex',
  },
])

/** From which day, how many hours, of which sex: asked again, the list answers anew. */
export function PoolQuestion(props: { pool: Pool; onAsk: (question: Question) => void }) {
  const { t } = useTranslation()
  const { pool, onAsk } = props
  return (
    <section aria-label={t('assignments:question')}>
      <Form<z.input<typeof questionSchema>, Question, Question>
        schema={questionSchema}
        title={t('assignments:question')}
        defaults={{
          day: pool.day,
          minutesPerMonth: pool.minutesPerMonth >= 15 ? pool.minutesPerMonth : null,
          sex: pool.needs.sex,
        }}
        saveLabel={t('assignments:ask')}
        enterSubmits
        reads
        summary={false}
        autoFocus={false}
        onSave={(question) => Promise.resolve(question)}
        onSaved={onAsk}
      >
        <FieldRows of={questionFields} />
      </Form>
    </section>
  )
}
