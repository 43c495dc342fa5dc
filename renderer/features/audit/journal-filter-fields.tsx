import { useQuery } from '@tanstack/react-query'
import { journalKinds, type JournalKind } from '#domain/audit/actions.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { DayFilter } from './day-filter.tsx'
import type { JournalFilters } from './journal-source.ts'
import { PersonFilter } from './person-filter.tsx'
import classes from './audit.module.css'

/** What the journal is narrowed by; the person only for who may open dossiers. */
export function JournalFilterFields(props: {
  filters: JournalFilters
  setFilters: (next: (now: JournalFilters) => JournalFilters) => void
}) {
  const { filters, setFilters } = props
  const { t } = useTranslation()
  const may = useMay()
  const accounts = useQuery(orpc.audit.journalAccounts.queryOptions({ input: {} })).data ?? []
  return (
    <>
      {may('people.read') ? (
        <PersonFilter
          onPick={(person) => {
            setFilters((now) => ({ ...now, person }))
          }}
        />
      ) : null}
      <select
        className={classes.filter}
        aria-label={t('audit:filter.account')}
        value={filters.account ? (filters.account.id ?? 'nobody') : ''}
        onChange={({ currentTarget: { value } }) => {
          const account = accounts.find(({ id }) => id === value)
          setFilters((now) => ({
            ...now,
            account: value === 'nobody' ? { id: null, name: '' } : account,
          }))
        }}
      >
        <option value="">{t('audit:filter.anyAccount')}</option>
        {accounts.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="nobody">{t('audit:filter.nobody')}</option>
      </select>
      <select
        className={classes.filter}
        aria-label={t('audit:filter.kind')}
        value={filters.kind ?? ''}
        onChange={({ currentTarget: { value } }) => {
          setFilters((now) => ({
            ...now,
            kind: value === '' ? undefined : (value as JournalKind),
          }))
        }}
      >
        <option value="">{t('audit:filter.anyKind')}</option>
        {journalKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`audit:kind.${kind}`)}
          </option>
        ))}
      </select>
      {(['from', 'to'] as const).map((end) => (
        <DayFilter
          key={end}
          label={t(`audit:filter.${end}`)}
          value={filters[end]}
          onChange={(day) => {
            setFilters((now) => ({ ...now, [end]: day }))
          }}
        />
      ))}
    </>
  )
}
