import { formatInstant } from '#domain/text/format.ts'
import type { Outputs } from '#electron/api/router.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import classes from './backup.module.css'

type Look = Outputs['restore']['look']
const counted = ['people', 'applications', 'contracts', 'papers'] as const

/** „Какво има в него“ beside „Какво имате сега“. */
export function CopyFacts({ copy, here }: { copy: Look['copy']; here?: Look['here'] }) {
  const { t } = useTranslation()
  const entry = (at: { at: string } | null) => (at ? formatInstant(at.at) : t('common:none'))
  return (
    <table className={classes.sides}>
      <thead>
        <tr>
          <th scope="col">{t('backup:what')}</th>
          <th scope="col">{t('backup:inCopy')}</th>
          {here ? <th scope="col">{t('backup:inOffice')}</th> : null}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('backup:facts.office')}</th>
          <td lang="bg">{copy.officeName}</td>
          {here ? <td /> : null}
        </tr>
        <tr>
          <th scope="row">{t('backup:facts.madeAt')}</th>
          <td>{formatInstant(copy.createdAt)}</td>
          {here ? <td /> : null}
        </tr>
        <tr>
          <th scope="row">{t('backup:facts.madeBy')}</th>
          <td lang="bg">{copy.madeBy ?? t('backup:byItself')}</td>
          {here ? <td /> : null}
        </tr>
        {counted.map((what) => (
          <tr key={what}>
            <th scope="row">{t(`backup:facts.${what}`)}</th>
            <td>{copy.counts[what]}</td>
            {here ? <td>{here.counts[what]}</td> : null}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('backup:facts.lastEntry')}</th>
          <td>{entry(copy.lastEntry)}</td>
          {here ? <td>{entry(here.lastEntry)}</td> : null}
        </tr>
      </tbody>
    </table>
  )
}
