import { formatDate } from '#domain/text/format.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import EventsTab from '#renderer/features/events/events-tab.tsx'
import classes from '#renderer/features/people/people.module.css'
import type { Employee } from './found.ts'

/** „Обучения“: the events of the office, and what was told in the application, the latest first. */
export function EmployeeTrainings({ employee: { person, trainings } }: { employee: Employee }) {
  const { t } = useTranslation()
  const may = useMay()
  return (
    <div className={classes.stack}>
      {may('events.read') ? <EventsTab personId={person.id} /> : null}
      <section aria-label={t('employees:told')}>
        <h2>{t('employees:told')}</h2>
        {trainings.length === 0 ? (
          <p className="o-muted">{t('employees:noTrainings')}</p>
        ) : (
          <Told trainings={trainings} />
        )}
      </section>
    </div>
  )
}

function Told({ trainings }: Pick<Employee, 'trainings'>) {
  const { t } = useTranslation()
  return (
    <table className={classes.viewers} aria-label={t('employees:told')}>
      <thead>
        <tr>
          <th scope="col">{t('employees:training.name')}</th>
          <th scope="col">{t('employees:training.date')}</th>
          <th scope="col">{t('employees:training.certificate')}</th>
        </tr>
      </thead>
      <tbody>
        {trainings.map(({ name, date, certificateNumber }) => (
          <tr key={`${name}${date ?? ''}${certificateNumber}`}>
            <th scope="row" lang="bg">
              {name}
            </th>
            <td>{date === null ? t('common:none') : formatDate(date)}</td>
            <td lang="bg">{certificateNumber === '' ? t('common:none') : certificateNumber}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
