import { Button } from '@mantine/core'
import { useState } from 'react'
import { dueKinds, exemptionInputSchema, type ExemptionForm } from '#domain/events/schema.ts'
import type { ListQuestion } from '#domain/lists/shape.ts'
import { client } from '#renderer/shell/client.ts'
import { routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { ProblemLines } from '#renderer/components/steps/problem-lines.tsx'
import { StepDialog } from '#renderer/components/steps/step-dialog.tsx'
import { useAction } from '#renderer/components/steps/use-action.ts'
import { nextGroup } from './group-store.ts'

interface Pile {
  question: ListQuestion
  count: number
}

/** The people of a selection, as the office finds them by its question. */
const chosen = async (question: ListQuestion) =>
  (await client.trainingDue.chosen({ question })).map(({ personId }) => personId)

/** „Създай група“ and „Освободи…“ of the selected people. */
export function DuePile({ question, count }: Pile) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const action = useAction()
  const [exempting, setExempting] = useState(false)
  return (
    <>
      <Button
        size="compact-sm"
        loading={action.busy}
        onClick={() =>
          void action.run('group', { question }, ({ data }) => chosen(data.question), {
            reads: true,
            then: (people) => {
              nextGroup.set(people)
              goTo(routes.newEvent)
            },
          })
        }
      >
        {t('events:due.group')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          setExempting(true)
        }}
      >
        {t('events:due.exempt')}
      </Button>
      <ProblemLines problems={action.problems} />
      {exempting ? (
        <Exempt
          question={question}
          count={count}
          onClose={() => {
            setExempting(false)
          }}
        />
      ) : null}
    </>
  )
}

const exemptionFields = fieldsFor<ExemptionForm>().few('events', [
  { name: 'kind', kind: 'choice', options: dueKinds, as: 'radio', label: 'events:field.exemptKind' },
  { name: 'programme', kind: 'text', max: 200, label: 'events:field.programmeOf', hint: 'events:hint.programmeOf' },
  { name: 'topic', kind: 'text', max: 200 },
  { name: 'paperNumber', kind: 'text', max: 60, hint: true, optional: 'quiet' },
  { name: 'paperDate', kind: 'date', optional: true, beside: true },
  { name: 'reason', kind: 'area', max: 500, optional: true },
]) // prettier-ignore

/** One ground for all of them: the earlier programme and its paper. */
function Exempt({ question, count, onClose }: Pile & { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <StepDialog
      title={t('events:exempt.title', { count })}
      fields={exemptionFields}
      schema={exemptionInputSchema}
      defaults={{
        kind: 'training',
        topic: '',
        programme: '',
        paperNumber: '',
        paperDate: null,
        reason: '',
      }}
      saveLabel={t('events:exempt.save')}
      said={({ exempt }: { exempt: number }) => t('events:exempt.done', { count: exempt })}
      call={async (input, { requestId }) =>
        client.events.exempt({
          requestId,
          data: { ...input, personIds: await chosen(question) },
        })
      }
      onClose={onClose}
      wide
    />
  )
}
