import { z } from 'zod'
import { ORPCError } from '@orpc/client'
import { useState } from 'react'
import { AddAnother } from '#renderer/components/fields/add-another.tsx'
import { AddressField } from '#renderer/components/fields/address-field.tsx'
import {
  CheckField,
  RadioField,
  SelectField,
  YesNoUnknownField,
} from '#renderer/components/fields/choice-fields.tsx'
import { ComboField } from '#renderer/components/fields/combo-field.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { EgnField } from '#renderer/components/fields/egn-field.tsx'
import {
  HoursField,
  MoneyField,
  PhoneField,
  TimeRangeField,
} from '#renderer/components/fields/figure-fields.tsx'
import { PasswordField } from '#renderer/components/fields/password-field.tsx'
import { TextAreaField } from '#renderer/components/fields/text-area-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { Row, Section } from '#renderer/components/form/section.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'

const text = z.string().min(1, 'required')
const schema = z.object({
  number: text,
  date: text,
  egn: text,
  firstName: text.max(20, 'tooLong'),
  middleName: z.string(),
  lastName: text,
  address: z.object({
    settlementKind: text,
    settlement: text,
    street: z.string(),
    streetNumber: z.string(),
    block: z.string(),
    entrance: z.string(),
    floor: z.string(),
    apartment: z.string(),
  }),
  phones: z.array(z.object({ phone: text, whose: z.string() })),
  filedBy: text,
  service: text,
  other: text,
  help: z.string().nullable(),
  hours: z.number().nullable(),
  range: z.object({ from: z.number(), to: z.number() }).nullable(),
  money: z.number().nullable(),
  note: z.string(),
  password: z.string(),
  declared: z.literal(true, 'required'),
  version: z.number(),
})

const settlements = [
  'Драговищица',
  'Примерно',
  'Кюстендил',
  'Горна Гращица',
  'Ваксево',
  'Невестино',
].map((label) => ({ value: label, label }))

export default function FormPage() {
  const [sent, setSent] = useState('')
  return (
    <>
      <PageHead
        title="Ново заявление"
        path={[{ label: 'Прием' }, { label: 'Заявления от лица', to: '/list' }]}
      />
      <Form
        schema={schema}
        title="Ново заявление"
        draftKey="kitApplications:new"
        columns={2}
        defaults={{
          number: '',
          date: '2026-11-21',
          egn: '',
          firstName: '',
          middleName: '',
          lastName: '',
          address: {
            settlementKind: 'village',
            settlement: '',
            street: '',
            streetNumber: '',
            block: '',
            entrance: '',
            floor: '',
            apartment: '',
          },
          phones: [{ phone: '', whose: '' }],
          filedBy: 'inPerson',
          service: '',
          other: '',
          help: null,
          hours: null,
          range: null,
          money: null,
          note: '',
          password: '',
          declared: false,
          version: 1,
        }}
        previous={{ lastName: 'Предишен' }}
        next={{ carry: (saved) => ({ ...saved, number: '', egn: '', firstName: '' }) }}
        print={{}}
        conflictFields={[
          { name: 'firstName', label: 'Име' },
          { name: 'lastName', label: 'Фамилия' },
          { name: 'hours', label: 'Часове' },
        ]}
        onSave={async (values, call) => {
          await new Promise((done) => setTimeout(done, 100))
          setSent(`${call.intent} ${call.requestId} ${JSON.stringify(values)}`)
          if (values.number === '13')
            throw new ORPCError('RULE', {
              data: {
                problems: [{ code: 'required', path: ['service'] }, { code: 'notAccepted' }],
              },
            })
          if (values.number === '14')
            throw new ORPCError('INTERNAL', { data: { reference: 'К7-3Ф2' } })
          if (values.number === '15' && values.version === 1)
            throw new ORPCError('CONFLICT', {
              data: {
                changedBy: 'Г. Димитрова',
                changedAt: '2026-11-21T08:42:00.000Z',
                theirs: { firstName: 'Стоян', lastName: values.lastName, hours: 240, version: 2 },
              },
            })
        }}
      >
        <Section title="1 Заявление">
          <Row>
            <TextField name="number" label="Вх. №" hint="като 94-1287" width="short" />
            <DateField name="date" label="От" hint="като 21112026 или д" />
          </Row>
          <EgnField
            name="egn"
            label="ЕГН"
            hint="10 цифри"
            read={(digits) =>
              /^\d{10}$/.test(digits)
                ? { ok: true, said: '12.06.1945 г., мъж, 81 г.' }
                : { ok: false, problems: [{ code: 'egnLength', params: { count: digits.length } }] }
            }
          />
          <Row>
            <TextField
              name="firstName"
              label="Име"
              max={20}
              suggestion={{ value: 'Иван', text: '„Ивaн“ има латинска буква – „Иван“' }}
            />
            <TextField name="middleName" label="Презиме" optional />
            <TextField name="lastName" label="Фамилия" carried />
          </Row>
        </Section>
        <Section title="2 Адрес">
          <AddressField name="address" settlements={settlements} />
          <AddAnother
            name="phones"
            legend="Телефони"
            addLabel="Добави телефон"
            empty={{ phone: '', whose: '' }}
            row={(path) => (
              <>
                <PhoneField name={`${path}.phone`} label="Телефон" />
                <TextField name={`${path}.whose`} label="На кого" optional />
              </>
            )}
          />
        </Section>
        <Section title="3 Услуга">
          <RadioField
            name="filedBy"
            label="Подава се"
            choices={[
              { value: 'inPerson', label: 'лично' },
              { value: 'representative', label: 'чрез представител' },
              { value: 'post', label: 'по пощата' },
            ]}
          />
          <SelectField
            name="service"
            label="Желана услуга"
            choices={[
              'асистентска подкрепа',
              'лична помощ',
              'домашен социален патронаж',
              'дневна грижа',
              'рехабилитация',
              'застъпничество',
            ].map((label) => ({ value: label, label }))}
          />
          <YesNoUnknownField name="other" label="Ползва ли друга подкрепа" hint="пита се изрично" />
          <ComboField
            name="help"
            label="Отговорен"
            optional
            choices={['М. Петрова', 'Г. Димитрова', 'И. Колева'].map((label) => ({
              value: label,
              label,
            }))}
          />
          <Row>
            <HoursField name="hours" label="Часове" optional />
            <TimeRangeField name="range" label="Време" optional />
            <MoneyField name="money" label="Сума" optional />
          </Row>
          <TextAreaField
            name="note"
            label="Бележка"
            optional
            max={200}
            phrases={['Не може да закопчава.', 'Нужна е помощ при къпане.']}
          />
          <CheckField name="declared" label="Декларира верността на данните" />
        </Section>
        <Section title="Още данни (незадължителни)" folded>
          <PasswordField name="password" label="Парола" purpose="new" optional />
        </Section>
      </Form>
      <output data-sent className="o-small o-muted">
        {sent}
      </output>
    </>
  )
}
