import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import type { Methodology } from '#domain/methodologies/schema.ts'
import { countPoints } from '#domain/methodologies/score.ts'
import { selectionAnswersSchema, type SelectionAnswer } from '#domain/selections/schema.ts'
import { formatNumber, formatRegistryNumber } from '#domain/text/format.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { Section } from '#renderer/components/form/section.tsx'
import { ScoringSheet } from '#renderer/features/assessments/scoring-sheet.tsx'
import classes from '#renderer/features/assessments/assessments.module.css'
import type { Card, Found } from './found.ts'

interface Values {
  id: string
  version: number
  answers: SelectionAnswer[]
}

const sheetSchema: z.ZodType<Values, Values> = z.object({
  id: z.string(),
  version: z.number(),
  answers: selectionAnswersSchema,
})

/** The rows of a card for writing, typed with one hand. */
export default function SelectionSheetPage() {
  const { candidacyId = '' } = useRouteParams()
  const { t } = useTranslation()
  // Read anew each time: a form must not begin with what was on the screen some minutes ago.
  const query = useQuery(
    orpc.selections.find.queryOptions({
      input: { candidacyId },
      gcTime: 0,
      staleTime: Infinity,
    }),
  )
  const found = query.data
  if (!found) return <RecordState error={query.error} />
  const { candidacy, person, card, methodology, may } = found
  const back = addressOf(routes.selection, candidacy.id)
  const title = t('selections:sheet')
  return (
    <>
      <PageHead
        title={title}
        windowTitle={`${title} – ${person.initials}`}
        path={[
          { label: t('shell:groups.team') },
          { label: t('selections:title'), to: '/selections' },
          {
            label: formatRegistryNumber(candidacy.entryNumber, candidacy.entryDate),
            to: back,
          },
        ]}
        subtitle={
          <Link to={addressOf(routes.person, person.id)} lang="bg">
            {person.name}
          </Link>
        }
      />
      {card && methodology && may.score ? (
        <SheetForm found={found} card={card} methodology={methodology} back={back} />
      ) : (
        <EmptyState
          text={
            card?.state === 'draft' && card.scorer !== null
              ? t('selections:waitsForAnother', { name: card.scorer })
              : t(may.declare ? 'problems:conflictNotDeclared' : 'problems:selectionClosed')
          }
          actions={<Link to={back}>{t('selections:action.toCard')}</Link>}
        />
      )}
    </>
  )
}

function SheetForm(props: { found: Found; card: Card; methodology: Methodology; back: string }) {
  const { found, card, methodology, back } = props
  const { t } = useTranslation()
  const goTo = useGoTo()
  const given = new Map(card.answers.map((answer) => [answer.itemId, answer]))
  const rows = methodology.groups.flatMap((group) => group.items)
  return (
    <Form<Values, Values, { id: string; candidacyId: string }>
      schema={sheetSchema}
      title={t('selections:sheet')}
      draftKey={`selections:${card.id}`}
      columns="wide"
      defaults={{
        id: card.id,
        version: card.version,
        answers: rows.map(({ id }) => given.get(id) ?? { itemId: id, optionId: null, reason: '' }),
      }}
      conflictFields={[
        {
          name: 'answers',
          label: t('selections:field.answers'),
          show: (value: unknown) =>
            t('selections:answered', {
              rows: (value as SelectionAnswer[]).filter(({ optionId }) => optionId).length,
            }),
        },
      ]}
      onLeave={() => {
        goTo(back)
      }}
      onSave={({ id, version, answers }, { requestId }) =>
        client.selections.save({ requestId, data: { id, version, answers } })
      }
      onSaved={() => {
        goTo(back)
      }}
    >
      <div className={classes.layout} data-rail="">
        <div className={classes.fields}>
          <Section title={t('selections:section.rows')}>
            <p className="o-small o-muted">{t('selections:keys')}</p>
            <ScoringSheet
              methodology={methodology}
              age={found.age}
              previous={[]}
              changeNeedsReason={false}
              phrases={t('selections:phrases', { returnObjects: true })}
            />
          </Section>
        </div>
        <PointsRail methodology={methodology} age={found.age} />
      </div>
    </Form>
  )
}

/** Points by area and in all, always in view beside the rows. */
function PointsRail({ methodology, age }: { methodology: Methodology; age: number }) {
  const { t } = useTranslation()
  const answers = useWatch<Values, 'answers'>({ name: 'answers' })
  const counted = countPoints(methodology, answers, age)
  if (!counted.ok) return null
  const { areas, total, maxTotal } = counted.count
  const line = (points: number, max: number) =>
    t('assessments:rail.outOf', { points: formatNumber(points), max: formatNumber(max) })
  const left = areas.reduce((sum, area) => sum + area.items - area.answered, 0)
  return (
    <aside className={classes.rail} aria-label={t('assessments:rail.title')}>
      <table>
        <tbody>
          {areas.map((area) => (
            <tr key={area.groupId} lang="bg">
              <th scope="row">
                {area.letter}. {area.name}
              </th>
              <td>{line(area.hundredths / 100, area.maxHundredths / 100)}</td>
            </tr>
          ))}
          <tr data-strong>
            <th scope="row">{t('assessments:rail.total')}</th>
            <td>{line(total, maxTotal)}</td>
          </tr>
        </tbody>
      </table>
      <p className="o-small o-muted" role="status">
        {t('assessments:rail.unanswered', { count: left })}
      </p>
    </aside>
  )
}
