import type { ProjectInput } from '#domain/projects/schema.ts'
import type { Desk } from './desk.ts'

/**
 * Three real projects of two municipalities, from what these published of them in 2015 and 2016. What
 * a notice does not say – a role, an end, a procedure number – stays empty here too. People and
 * papers of the office are invented; these are not.
 */
export const demoProjects: readonly ProjectInput[] = [
  {
    name: 'Предоставяне на интегрирани услуги за независим живот в община Кюстендил',
    // The notice writes the last letter in Cyrillic; it stands as it was published.
    contractNumber: 'BG05M9OP001-2.002-0131-\u0421001',
    municipality: 'Кюстендил',
    role: 'unstated',
    programme: 'ОП РЧР 2014–2020 г.',
    procedureNumber: 'BG05M9OP001-2.002',
    procedureName: 'Независим живот',
    total: { cents: 49_933_997, currency: 'BGN' },
    startsOn: '2016-02',
    note: 'Приоритетна ос 2 „Намаляване на бедността и насърчаване на социалното включване“.',
  },
  {
    name: 'Нови възможности за грижа',
    contractNumber: '2014BG05M9OP001-2.2015.001-C0001',
    municipality: 'Борино',
    role: 'partner',
    beneficiary: 'Агенция за социално подпомагане',
    programme: 'Оперативна програма „Развитие на човешките ресурси“ 2014–2020 г.',
    endsOn: '2016-02-29',
    note: 'Услуга „Личен асистент“: сключени 29 договора с потребители и 28 трудови договора с лични асистенти; 120 одобрени лица чакат.',
  },
  {
    name: 'Повишаване и подобряване качеството на живот на хората в неравностойно положение, чрез осигуряване на достъпа до интегрирани здравни и социални услуги',
    municipality: 'Борино',
    role: 'unstated',
    programme: 'ОПРЧР 2014–2020 г.',
    procedureName: 'Независим живот',
    total: { cents: 49_931_800, currency: 'BGN' },
    durationMonths: 26,
    serviceMonths: 24,
    note: 'Дейностите започват от новата 2016 бюджетна година.',
  },
]

/** The head enters them on the first day. */
export async function enterProjects({ head, click }: Pick<Desk, 'head' | 'click'>): Promise<void> {
  for (const project of demoProjects)
    await head.projects.save(click({ ...project, id: null, version: null }))
}
