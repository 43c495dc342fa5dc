import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import {
  catalogueInputSchema,
  catalogueParts,
  type CatalogueForm,
} from '#domain/employments/catalogue.ts'
import { employmentKinds } from '#domain/employments/schema.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { Outputs } from '#electron/api/router.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { conflictRows } from '#renderer/components/record/facts-of.tsx'
import { emptyValues } from '#renderer/components/record/empty-values.ts'
import { FieldRows } from '#renderer/components/record/field-rows.tsx'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { BeginAnew, BegunBefore, useBegunKey } from '#renderer/features/drafts/begun-before.tsx'
import { SettingsFrame } from '#renderer/features/settings/settings-frame.tsx'

type Entry = Outputs['catalogue']['find']

const isPosition = ({ part }: CatalogueForm) => part === 'position'

const entryFields = fieldsFor<CatalogueForm>().few('employments', [
  {
    name: 'part',
    kind: 'choice',
    options: catalogueParts,
    as: 'radio',
    label: 'employments:catalogue.part',
  },
  { name: 'name', kind: 'text', max: 200, label: 'employments:catalogue.name' },
  {
    name: 'code',
    kind: 'text',
    max: 120,
    label: 'employments:catalogue.code',
    hint: 'employments:catalogue.codeHint',
    optional: 'quiet',
  },
  {
    name: 'kind',
    kind: 'choice',
    options: employmentKinds,
    label: 'employments:catalogue.ofKind',
    optional: true,
  },
  {
    name: 'givesHelp',
    kind: 'tick',
    label: 'employments:catalogue.givesHelp',
    when: isPosition,
  },
  {
    name: 'duties',
    kind: 'area',
    max: 4000,
    rows: 6,
    label: 'employments:catalogue.duties',
    hint: 'employments:catalogue.dutiesHint',
    optional: true,
    when: isPosition,
  },
  { name: 'source', kind: 'text', max: 300, label: 'employments:catalogue.source', optional: true },
  {
    name: 'validFrom',
    kind: 'date',
    label: 'employments:catalogue.validFrom',
    optional: true,
    passBy: true,
  },
  {
    name: 'validTo',
    kind: 'date',
    label: 'employments:catalogue.validTo',
    hint: 'employments:catalogue.validToHint',
    optional: true,
    passBy: true,
    beside: true,
  },
])

/** A new position or ground, or one that exists. */
export default function CatalogueEntryPage() {
  const { entryId } = useRouteParams()
  return (
    <SettingsFrame at="catalogue">
      {entryId === undefined ? <Edit entry={undefined} /> : <Existing id={entryId} />}
    </SettingsFrame>
  )
}

function Existing({ id }: { id: string }) {
  const { t } = useTranslation()
  const { data, error } = useQuery(orpc.catalogue.find.queryOptions({ input: { id } }))
  if (!data) return error ? <EmptyState text={t('errors:notFound')} /> : null
  return <Edit key={`${id}-${String(data.version)}`} entry={data} />
}

const schema = catalogueInputSchema.safeExtend({ version: z.int().nullable() })
type Values = CatalogueForm & { version: number | null }

function Edit({ entry }: { entry: Entry | undefined }) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const begun = useBegunKey('newEntry')
  const back = () => {
    goTo('/catalogue')
  }
  return (
    <>
      <PageHead
        title={entry ? entry.data.name : t('employments:catalogue.new')}
        path={[
          { label: t('office:settings'), to: '/settings/office' },
          { label: t('employments:catalogue.title'), to: '/catalogue' },
        ]}
        subtitle={entry?.certainty ? t(`employments:certainty.${entry.certainty}`) : undefined}
        more={entry ? undefined : <BeginAnew form="newEntry" path="/catalogue/new" />}
      />
      {entry ? null : <BegunBefore form="newEntry" />}
      <Form<Values, z.output<typeof schema>, unknown>
        schema={schema}
        defaults={
          entry
            ? { ...entry.data, version: entry.version }
            : { ...emptyValues(entryFields), version: null }
        }
        title={t('employments:catalogue.one')}
        draftKey={entry ? `catalogue:${entry.id}` : begun}
        draftOf={({ name }) => name}
        autoFocus={entry === undefined}
        onSave={(values, { requestId }) =>
          client.catalogue.save({ requestId, data: { ...values, id: entry?.id ?? null } })
        }
        onSaved={back}
        onLeave={back}
        conflictFields={conflictRows(t, entryFields)}
      >
        <FieldRows of={entryFields} />
      </Form>
    </>
  )
}
