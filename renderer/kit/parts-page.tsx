import { Button } from '@mantine/core'
import { Check, FileText, Lock, Pencil, Phone, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { startWork } from '#renderer/shell/running-work.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { Facts } from '#renderer/components/display/facts.tsx'
import { Meter } from '#renderer/components/display/meter.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { Progress } from '#renderer/components/display/progress.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { Tabs } from '#renderer/components/display/tabs.tsx'
import { TaskPath } from '#renderer/components/display/task-path.tsx'
import { Timeline } from '#renderer/components/display/timeline.tsx'
import { WidgetBoundary } from '#renderer/components/display/widget-boundary.tsx'
import { Dialog } from '#renderer/components/layers/dialog.tsx'
import { Interruption } from '#renderer/components/layers/interruption.tsx'
import { WhyPopover } from '#renderer/components/layers/why-popover.tsx'

function Broken(): never {
  throw new Error('broken on purpose')
}

export default function PartsPage() {
  const [tab, setTab] = useState('facts')
  const [asking, setAsking] = useState(false)
  const [breaking, setBreaking] = useState(false)
  if (breaking)
    return (
      <Interruption
        title="Да се анулира ли договор № 31?"
        consequences={['Номерът остава зает в регистъра.', 'Освобождават се 84 ч. на месец.']}
        reason={{ label: 'Основание', min: 10 }}
        typeBack={{ label: 'Напишете номера на договора', value: '31' }}
        actionLabel="Анулирай договора"
        cancelLabel="Остави го"
        onCancel={() => {
          setBreaking(false)
        }}
        onConfirm={() => {
          setBreaking(false)
        }}
      />
    )
  return (
    <>
      <PageHead
        title="Иван Петров Георгиев"
        windowTitle="И. П. Г."
        path={[{ label: 'Хора', to: '/list' }, { label: 'Иван Петров Георгиев' }]}
        status={<StatusBadge tone="ok" icon={Check} word="Ползва услуга" />}
        main={{
          label: 'Подготви договор',
          run: () => {
            setAsking(true)
          },
        }}
        more={
          <Button
            variant="default"
            onClick={() => {
              setBreaking(true)
            }}
          >
            Анулирай…
          </Button>
        }
      />
      <Tabs
        label="Части на досието"
        tabs={[
          { id: 'facts', label: 'Обобщение' },
          { id: 'papers', label: 'Документи', count: 14 },
          { id: 'log', label: 'Хронология' },
        ]}
        value={tab}
        onChange={setTab}
      >
        {tab === 'facts' ? (
          <>
            <TaskPath
              label="Пътят"
              steps={[
                { id: '1', title: 'Заявление', state: 'done', open: () => undefined },
                { id: '2', title: 'Оценка', state: 'incomplete', open: () => undefined },
                { id: '3', title: 'План', state: 'waiting', note: 'чака подпис', current: true },
                { id: '4', title: 'Договор', state: 'notBegun' },
                { id: '5', title: 'Отчитане', state: 'notNeeded' },
              ]}
            />
            <Meter label="Часове" text="план 80 ч. от дадени 84 ч." value={80} max={84} tone="ok" />
            <WhyPopover label="Защо 84 ч.?" main>
              <p>Сбор 58 от 90 → степен II → 84 ч. на месец (методика „Център“, версия 3).</p>
            </WhyPopover>
            <Facts
              facts={[
                { label: 'ЕГН', value: '450612****' },
                { label: 'Настоящ адрес', value: 'с. Примерно, ул. „Трета“ № 4', changed: true },
                { label: 'Телефон', value: '' },
              ]}
            />
            <p>
              <StatusBadge tone="warn" icon={TriangleAlert} word="ТЕЛК изтича след 24 дни" />{' '}
              <StatusBadge tone="bad" icon={TriangleAlert} word="Просрочено с 2 дни" strong />{' '}
              <StatusBadge tone="calm" icon={Pencil} word="Проект" />{' '}
              <StatusBadge tone="info" icon={FileText} word="Приет" />{' '}
              <StatusBadge tone="locked" icon={Lock} word="Приключен" />
            </p>
            <Progress
              label="Печат"
              done={84}
              total={120}
              startedAt={Date.now() - 20_000}
              onCancel={() => undefined}
            />
            <Button
              variant="default"
              onClick={() => {
                startWork('Печат', () => undefined).update(84, 120)
              }}
            >
              Пусни работа
            </Button>
            <WidgetBoundary name="Срокове">
              <Broken />
            </WidgetBoundary>
          </>
        ) : tab === 'papers' ? (
          <EmptyState text="Няма документи." actions={<Button>Подготви договор</Button>} />
        ) : (
          <Timeline
            label="Хронология"
            entries={[
              {
                id: '1',
                when: '21.11.2026 г., 10:42 ч.',
                icon: Phone,
                text: 'Разговор с дъщерята',
                by: 'М. Петрова',
              },
              {
                id: '2',
                when: '20.11.2026 г.',
                icon: FileText,
                text: <a href="#/paper">Договор № 31</a>,
              },
            ]}
          />
        )}
      </Tabs>
      {asking ? (
        <Dialog
          title="Да се подготви ли договор?"
          onClose={() => {
            setAsking(false)
          }}
          action={{
            label: 'Подготви договора',
            run: () => {
              setAsking(false)
            },
          }}
        >
          <p>Данните се вземат от плана.</p>
        </Dialog>
      ) : null}
    </>
  )
}
