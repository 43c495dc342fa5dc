import type { Condition } from '#domain/papers/conditions.ts'
import type { TextParagraph } from '#domain/papers/standard-text.ts'

type Point = NonNullable<TextParagraph['points']>[number]

const representative =
  '{representative.name}, {representative.identifier}, с адрес: {representative.address}, телефон: {representative.phone}'

/** The curator, or the parent of a minor over 14, acts together with the person. */
export const curatorActs: Condition = {
  any: [
    { fact: 'signing', is: ['curatorWith'] },
    {
      all: [
        { fact: 'signing', is: ['thumbprint'] },
        { fact: 'representative', is: ['curator', 'parent'] },
      ],
    },
  ],
}

/** Somebody stands beside the person and is told and declares what the person does. */
export const notAlone: Condition = {
  any: [{ fact: 'signing', is: ['guardianFor', 'proxyFor'] }, curatorActs],
}

const parent: Condition = { fact: 'representative', is: ['parent'] }

/** How the person takes part: alone, through somebody, with somebody. */
const ways: { when: Condition; text: string }[] = [
  {
    when: { all: [{ fact: 'signing', is: ['person', 'thumbprint'] }, { not: curatorActs }] },
    text: '',
  },
  {
    when: { all: [{ fact: 'signing', is: ['guardianFor'] }, { not: parent }] },
    text: ` {client.sex|представляван|представлявана} от настойника си ${representative}, съгласно {representative.document},`,
  },
  {
    when: { all: [{ fact: 'signing', is: ['guardianFor'] }, parent] },
    text: ` {client.sex|действащ|действаща} чрез своя родител и законен представител ${representative},`,
  },
  {
    when: { all: [curatorActs, { not: parent }] },
    text: ` {client.sex|действащ|действаща} със съгласието на попечителя си ${representative}, съгласно {representative.document},`,
  },
  {
    when: { all: [curatorActs, parent] },
    text: ` {client.sex|действащ|действаща} със съгласието на своя родител ${representative},`,
  },
  {
    when: { fact: 'signing', is: ['proxyFor'] },
    text: ` {client.sex|представляван|представлявана} от пълномощника си ${representative}, съгласно {representative.document},`,
  },
]

/** Nobody has an identity card before 14. */
const identities: { when: Condition; text: string }[] = [
  {
    when: { fact: 'identity', is: ['card'] },
    text: 'документ за самоличност: {client.idCard}',
  },
  {
    when: { fact: 'identity', is: ['birthCertificate'] },
    text: 'удостоверение за раждане: {client.birthCertificate}',
  },
]

const client: Point[] = identities.flatMap((identity) =>
  ways.map((way) => ({
    when: { all: [identity.when, way.when] },
    text: `{client.name}, {client.identifier}, ${identity.text}, с настоящ адрес: {client.address}, телефон: {client.phone},${way.text} {client.sex|наричан|наричана} по-нататък ПОТРЕБИТЕЛ,`,
  })),
)

const provider =
  '{provider.municipality}, ЕИК по БУЛСТАТ {provider.eik}, с адрес: {provider.address}, която предоставя услугата чрез {provider.office}, представлявана от {signatory.name} – {signatory.position}'

export const preamble: TextParagraph[] = [
  {
    text: 'На {paper.date} в {place}, на основание {legalBasis} (ЗСУ), се състави настоящият договор между:',
    points: [
      {
        when: { fact: 'signatory', is: ['mayor'] },
        text: `${provider}, наричана по-нататък ДОСТАВЧИК, и`,
      },
      {
        when: { fact: 'signatory', is: ['authorised'] },
        text: `${provider}, {signatory.authorisation}, наричана по-нататък ДОСТАВЧИК, и`,
      },
      ...client,
    ],
  },
  { text: 'наричани заедно „страните“, които се споразумяха за следното:' },
]
