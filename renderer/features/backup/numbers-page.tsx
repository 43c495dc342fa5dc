import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { z } from 'zod'
import { formatInstant } from '#domain/text/format.ts'
import { openText } from '#renderer/shell/open-text.ts'
import { useTranslation, type Translate } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import type { Outputs } from '#electron/api/router.ts'

type Register = Outputs['restore']['numbers']['registers'][number]

const nameOf = ({ register, year }: Pick<Register, 'register' | 'year'>) =>
  `${register}-${String(year)}`
const figure = z
  .string()
  .trim()
  .min(1, 'required')
  .regex(/^\d{1,7}$/, 'wholeNumber')

/** After a restore: the last number that stands on paper, register by register. */
export default function NumbersPage() {
  const { t } = useTranslation()
  const { data, error } = useQuery(orpc.restore.numbers.queryOptions({ input: {} }))
  return (
    <>
      <PageHead
        title={t('backup:numbers.title')}
        path={[{ label: t('backup:title'), to: '/backup' }]}
      />
      <RecordState error={error} />
      {data && !data.open ? <EmptyState text={t('backup:numbers.none')} /> : null}
      {data?.open ? (
        <Numbers registers={data.registers} copyCreatedAt={data.copyCreatedAt} />
      ) : null}
    </>
  )
}

function Numbers(props: { registers: readonly Register[]; copyCreatedAt: string | null }) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const { registers } = props
  const schema = useMemo(
    () =>
      z.object({
        registers: z.object(Object.fromEntries(registers.map((one) => [nameOf(one), figure]))),
      }),
    [registers],
  )
  return (
    <>
      <p>{t('backup:numbers.what', { at: formatInstant(props.copyCreatedAt ?? '') })}</p>
      <Form
        schema={schema}
        defaults={{ registers: Object.fromEntries(registers.map((one) => [nameOf(one), ''])) }}
        title={t('backup:numbers.title')}
        saveLabel={t('backup:numbers.save')}
        draftKey="backup:numbers"
        onSave={(values, { requestId }) =>
          client.restore.confirmNumbers({
            requestId,
            data: {
              registers: registers.map((one) => ({
                register: one.register,
                year: one.year,
                lastOnPaper: Number(values.registers[nameOf(one)]),
              })),
            },
          })
        }
        said={({ gaps }) => t('backup:numbers.saved', { count: gaps.length })}
        onSaved={() => {
          goTo('/backup')
        }}
      >
        {registers.map((one) => (
          <TextField
            key={nameOf(one)}
            name={`registers.${nameOf(one)}`}
            label={labelOf(
              openText(`backup:numbers.register.${one.register}`, 'common:unnamed'),
              one.year,
              t,
            )}
            hint={
              one.lastNumber === 0
                ? t('backup:numbers.knownNone')
                : t('backup:numbers.known', { number: one.lastNumber })
            }
            max={7}
          />
        ))}
      </Form>
    </>
  )
}

function labelOf(register: string, year: number, t: Translate) {
  return year === 0 ? register : t('backup:numbers.ofYear', { register, year })
}
