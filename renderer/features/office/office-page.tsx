import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { z } from 'zod'
import { officeSchema } from '#domain/office/schema.ts'
import { formatDate } from '#domain/text/format.ts'
import { openText } from '#renderer/shell/open-text.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useSession } from '#renderer/shell/session.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { Section } from '#renderer/components/form/section.tsx'
import { OfficeFields } from './office-fields.tsx'
import { ProgrammeField, programmePart } from './programme-field.tsx'
import { SettingsFrame } from '../settings/settings-frame.tsx'
import { SignatoryFields } from './signatory-fields.tsx'

const schema = officeSchema.extend({ version: z.int() }).superRefine(({ programme }, context) => {
  const judged = programmePart.safeParse({ programme })
  for (const { message } of judged.error?.issues ?? [])
    context.addIssue({ code: 'custom', message, path: ['programme'] })
})

const fields = [
  'name',
  'municipality',
  'region',
  'eik',
  'district',
  'settlement',
  'address',
  'phone',
  'email',
  'mayorName',
  'mayorTitle',
  'headOfServiceName',
  'chiefAccountantName',
] as const

/** „Център и подписващи“: what stands in the head of papers and under them. */
export default function OfficePage() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const session = useSession()
  const { data } = useQuery(orpc.office.find.queryOptions({ input: {} }))
  return (
    <SettingsFrame at="office">
      <PageHead title={t('office:groups.office')} path={[{ label: t('office:settings') }]} />
      {data ? (
        <Form
          key={data.version}
          schema={schema}
          defaults={{ ...data.data, version: data.version }}
          title={t('office:groups.office')}
          draftKey="officeData"
          autoFocus={false}
          onSave={({ version, ...office }, { requestId }) =>
            client.office.update({ requestId, data: { version, data: office } })
          }
          onSaved={({ changed }) => {
            if (changed) void session.refresh()
          }}
          onLeave={() => {
            goTo('/')
          }}
          conflictFields={[
            ...fields.map((name) => ({ name, label: t(`office:${name}`) })),
            {
              name: 'settlementKind',
              label: t('office:settlementKind'),
              show: (kind) =>
                t(kind === 'village' ? 'common:address.village' : 'common:address.town'),
            },
            {
              name: 'authorisedPerson',
              label: t('office:authorised'),
              show: (person) => authorisedText(person as Authorised | null) ?? t('common:none'),
            },
            {
              name: 'programme',
              label: t('office:programme'),
              show: (id) => openText(`office:regimes.${String(id)}`, 'common:none'),
            },
          ]}
        >
          <Section title={t('setup:steps.office')}>
            <OfficeFields />
          </Section>
          <Section title={t('setup:steps.signatories')}>
            <SignatoryFields />
          </Section>
          <Section title={t('setup:steps.programme')}>
            <ProgrammeField />
          </Section>
        </Form>
      ) : null}
    </SettingsFrame>
  )
}

interface Authorised {
  name: string
  position: string
  orderNumber: string | null
  orderDate: string | null
}

function authorisedText(person: Authorised | null): string | undefined {
  if (!person) return undefined
  const { name, position, orderNumber, orderDate } = person
  return [name, position, orderNumber, orderDate === null ? null : formatDate(orderDate)]
    .filter(Boolean)
    .join(', ')
}
