import { useQuery } from '@tanstack/react-query'
import { formatAddressFull, formatPhone } from '#domain/text/format-person.ts'
import { formatDate } from '#domain/text/format.ts'
import type { NameIn } from '#locales/keys.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { Facts, type Fact } from '#renderer/components/display/facts.tsx'

/** What is known of the person, as label and value; `short` for the summary. */
export function PersonFacts({ personId, short }: { personId: string; short?: boolean }) {
  const { t } = useTranslation()
  const found = useQuery(orpc.people.find.queryOptions({ input: { id: personId } }))
  if (!found.data) return null
  const { person, formerIds } = found.data
  const label = (name: NameIn<'people:fields'>) => t(`people:fields.${name}`)
  const concealed = <span className="o-muted">{t('people:hidden')}</span>
  const unless = (name: string, value: Fact['value']) =>
    person.hidden.includes(name) ? concealed : value
  const phones = person.phones
    .map(({ number, note }) => [formatPhone(number), note].filter(Boolean).join(' – '))
    .join(', ')
  const contact = [
    person.emergencyContactName,
    person.emergencyContactRelation,
    person.emergencyContactPhone && formatPhone(person.emergencyContactPhone),
  ]
    .filter(Boolean)
    .join(', ')
  const idCard = [
    person.idCardNumber && t('people:facts.cardNumber', { number: person.idCardNumber }),
    person.idCardIssuedOn &&
      t('people:facts.issuedOn', { date: formatDate(person.idCardIssuedOn) }),
    person.idCardIssuedBy && t('people:facts.issuedBy', { name: person.idCardIssuedBy }),
    person.idCardNoExpiry
      ? label('idCardNoExpiry')
      : person.idCardValidUntil &&
        t('people:facts.validUntil', { date: formatDate(person.idCardValidUntil) }),
  ]
    .filter(Boolean)
    .join(', ')
  const facts: Fact[] = [
    { label: label('birthDate'), value: formatDate(person.birthDate) },
    { label: label('currentAddress'), value: formatAddressFull(person.currentAddress) },
    { label: label('phones'), value: phones },
    { label: label('emergencyContactName'), value: contact },
  ]
  const more: Fact[] = [
    { label: label('sex'), value: t(`people:sex.${person.sex}`) },
    {
      label: label('permanentAddress'),
      value: person.permanentAddress
        ? formatAddressFull(person.permanentAddress)
        : t('people:form.sameAddress'),
    },
    { label: label('citizenship'), value: person.citizenship },
    { label: t('people:sections.idCard'), value: unless('idCardNumber', idCard) },
    ...formerIds.map((one) => ({
      label: t('people:facts.formerId', { kind: t(`people:idKind.${one.idKind}`) }),
      value: t('people:facts.formerIdUntil', {
        number: one.idNumber,
        date: formatDate(one.until),
        ground: t(`people:idChangeGround.${one.ground}`),
      }),
    })),
    { label: label('capacity'), value: t(`people:capacity.${person.capacity}`) },
    ...(person.cannotSign ? [{ label: label('cannotSign'), value: t('common:yes') }] : []),
    { label: label('ownWishText'), value: unless('ownWishText', person.ownWishText) },
    {
      label: label('maritalStatus'),
      value: unless('maritalStatus', t(`people:maritalStatus.${person.maritalStatus}`)),
    },
    { label: label('livesAlone'), value: unless('livesAlone', t(`common:${person.livesAlone}`)) },
    { label: label('gp'), value: unless('gp', person.gp) },
    { label: label('email'), value: person.email },
  ]
  return <Facts facts={short ? facts : [...facts, ...more]} {...(short ? { narrow: true } : {})} />
}
