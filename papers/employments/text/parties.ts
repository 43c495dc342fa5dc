import type { TextPoint } from '#domain/papers/standard-text.ts'

const office =
  '{provider.municipality}, ЕИК по БУЛСТАТ {provider.eik}, с адрес: {provider.address}, чрез {provider.office}, представлявана от {signatory.name} – {signatory.position}'

/** The municipality, by the mayor or whoever is authorised. */
export const employer = (called: string): TextPoint[] => [
  {
    when: { fact: 'signatory', is: ['mayor'] },
    text: `${office}, наричана по-нататък ${called}, и`,
  },
  {
    when: { fact: 'signatory', is: ['authorised'] },
    text: `${office}, {signatory.authorisation}, наричана по-нататък ${called}, и`,
  },
]

export const employee = (called: string): TextPoint => ({
  text: `{employee.name}, {employee.identifier}, документ за самоличност: {employee.idCard}, с постоянен адрес: {employee.address}, телефон: {employee.phone}, {employee.sex|наричан|наричана} по-нататък ${called},`,
})
