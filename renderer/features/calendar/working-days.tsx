import type { OwnDay } from '#domain/calendar/schema.ts'
import { workingDaysOfMonth } from '#domain/calendar/working-days.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import classes from '../settings/settings.module.css'

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** How many working days each month of the year has, by all that is said above. */
export function WorkingDays({ year, own }: { year: number; own: readonly OwnDay[] }) {
  const { t } = useTranslation()
  const counts = months.map((month) => ({
    month,
    days: workingDaysOfMonth(`${String(year)}-${String(month).padStart(2, '0')}`, own).length,
  }))
  const whole = counts.reduce((sum, { days }) => sum + days, 0)
  return (
    <section className={classes.more} aria-labelledby="working-days">
      <h2 id="working-days">{t('calendar:working', { year: String(year) })}</h2>
      <div
        className={classes.scroll}
        tabIndex={0}
        role="region"
        aria-label={t('calendar:workingOf')}
      >
        <table className={classes.table}>
          <thead>
            <tr>
              {counts.map(({ month }) => (
                <th key={month} scope="col">
                  {t(`plans:month.${month}`)}
                </th>
              ))}
              <th scope="col">{t('calendar:whole')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              {counts.map(({ month, days }) => (
                <td key={month}>{days}</td>
              ))}
              <td className={classes.value}>{whole}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  )
}
