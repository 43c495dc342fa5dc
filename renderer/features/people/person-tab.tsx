import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatFullName, formatPhone } from '#domain/text/format-person.ts'
import { formatDate, formatNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { Facts } from '#renderer/components/display/facts.tsx'
import type { DossierPerson } from './identity-bar.tsx'
import { addressOfPart, newPartAddress } from './part-addresses.ts'
import { PersonFacts } from './person-facts.tsx'
import { PossibleRepeats } from './repeats.tsx'
import classes from './people.module.css'

/** „Лице“: everything known of the person, representatives and ТЕЛК decisions, each with its form. */
export default function PersonTab({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const may = useMay()
  const found = useQuery(orpc.people.find.queryOptions({ input: { id: personId } }))
  if (!found.data) return null
  const writes = may('people.write')
  return (
    <div className={classes.columns}>
      <section className={classes.block} aria-labelledby="person-facts">
        <div className={classes.blockHead}>
          <h2 id="person-facts">{t('people:summary.facts')}</h2>
          {writes ? (
            <Button
              variant="default"
              onClick={() => {
                goTo(addressOf(routes.editPerson, personId))
              }}
            >
              {t('people:actions.edit')}
            </Button>
          ) : null}
        </div>
        <PersonFacts personId={personId} />
      </section>
      <div className={classes.stack}>
        <section className={classes.block} aria-labelledby="person-representatives">
          <div className={classes.blockHead}>
            <h2 id="person-representatives">{t('people:representatives.title')}</h2>
            {writes ? (
              <Button
                variant="default"
                onClick={() => {
                  goTo(addressOf(newPartAddress.representative, personId))
                }}
              >
                {t('people:representatives.add')}
              </Button>
            ) : null}
          </div>
          <Representatives dossier={found.data} writes={writes} />
        </section>
        <section className={classes.block} aria-labelledby="person-telk">
          <div className={classes.blockHead}>
            <h2 id="person-telk">{t('people:telk.title')}</h2>
            {writes ? (
              <Button
                variant="default"
                onClick={() => {
                  goTo(addressOf(newPartAddress.telk, personId))
                }}
              >
                {t('people:telk.add')}
              </Button>
            ) : null}
          </div>
          <TelkDecisions dossier={found.data} writes={writes} />
        </section>
        {writes ? <PossibleRepeats personId={personId} /> : null}
      </div>
    </div>
  )
}

function Representatives({ dossier, writes }: { dossier: DossierPerson; writes: boolean }) {
  const { t } = useTranslation()
  const { representatives, person } = dossier
  if (representatives.length === 0)
    return <p className="o-muted">{t('people:representatives.none')}</p>
  return representatives.map((one) => (
    <div key={one.id} className={classes.part}>
      <Facts
        narrow
        facts={[
          {
            label: t(`people:representativeKind.${one.kind}`),
            value: (
              <PartLink
                to={addressOf(addressOfPart.representative, person.id, one.id)}
                writes={writes}
              >
                <span lang="bg">{formatFullName(one)}</span>
              </PartLink>
            ),
          },
          {
            label: t('people:fields.documentKind'),
            value: [
              t(`people:documentKind.${one.documentKind}`),
              one.documentNumber && `№\u00a0${one.documentNumber}`,
              one.documentDate && formatDate(one.documentDate),
            ]
              .filter(Boolean)
              .join(', '),
          },
          ...(one.phone
            ? [{ label: t('people:fields.phone'), value: formatPhone(one.phone) }]
            : []),
        ]}
      />
    </div>
  ))
}

function TelkDecisions({ dossier, writes }: { dossier: DossierPerson; writes: boolean }) {
  const { t } = useTranslation()
  const { telkDecisions, person } = dossier
  if (!telkDecisions) return <p className="o-muted">{t('people:hidden')}</p>
  if (telkDecisions.length === 0) return <p className="o-muted">{t('people:telk.none')}</p>
  return telkDecisions.map((one) => (
    <div key={one.id} className={classes.part}>
      <Facts
        narrow
        facts={[
          {
            label: t(`people:telkIssuer.${one.issuer}`),
            value: (
              <PartLink to={addressOf(addressOfPart.telk, person.id, one.id)} writes={writes}>
                {t('people:telk.numberOf', { number: one.number, date: formatDate(one.decidedOn) })}
              </PartLink>
            ),
          },
          {
            label: t('people:fields.percent'),
            value: `${formatNumber(one.percent)}\u00a0%${one.attendance ? `, ${t('people:telk.withAttendance')}` : ''}`,
          },
          {
            label: t('people:fields.validUntil'),
            value: one.lifetime
              ? t('common:lifetime')
              : one.validUntil && formatDate(one.validUntil),
          },
          ...(one.diagnosis ? [{ label: t('people:fields.diagnosis'), value: one.diagnosis }] : []),
        ]}
      />
    </div>
  ))
}

function PartLink({
  to,
  writes,
  children,
}: {
  to: string
  writes: boolean
  children: React.ReactNode
}) {
  return writes ? <Link to={to}>{children}</Link> : children
}
