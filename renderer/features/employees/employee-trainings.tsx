import { formatDate } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import classes from '#renderer/features/people/people.module.css'
import type { Employee } from './found.ts'

/** „Обучения“: what is known of them, the latest first. */
export function EmployeeTrainings({ employee: { trainings } }: { employee: Employee }) {
  const { t } = useTranslation()
  if (trainings.length === 0) return <EmptyState text={t('employees:noTrainings')} />
  return (
    <table className={classes.viewers} aria-label={t('employees:tabs.trainings')}>
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
