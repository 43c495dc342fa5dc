import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ContractFacts } from '#domain/contracts/facts.ts'
import type { RepresentativeFacts } from '#domain/papers/parties.ts'
import { missingForAssessment } from './assessments/builder.ts'
import { buildContract, missingForContract } from './contracts/builder.ts'
import { missingForPlan } from './plans/builder.ts'
import { createPapers, type Papers } from './pool.ts'
import type { Rendered, RenderRequest } from './protocol.ts'
import { buildPapersWorker } from './testing/build-worker.ts'
import { readPdf } from './testing/read-pdf.ts'
import * as sample from './testing/sample-facts.ts'

let workerUrl: URL
let papers: Papers
beforeAll(async () => {
  workerUrl = await buildPapersWorker()
  papers = createPapers({ workerUrl })
})
afterAll(() => papers.close())
const contractRequest = (facts: ContractFacts): RenderRequest => {
  const { data, documentDate } = buildContract(facts)
  return { layout: 'contract', data, documentDate }
}
const contract = (changes: Partial<ContractFacts> = {}): Promise<Rendered> =>
  papers.render(contractRequest({ ...sample.contract, ...changes }))
const textOf = async (made: Promise<Rendered>): Promise<string> =>
  (await readPdf((await made).pdf)).text
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const by = (quality: RepresentativeFacts['quality']): RepresentativeFacts => ({
  ...sample.guardian,
  quality,
})

describe('the contract on paper', () => {
  test('says who, what, how much and how long, on tagged pages with fonts inside', async () => {
    const made = await contract()
    const pdf = await readPdf(made.pdf)
    for (const words of [
      'ДОГОВОР № 118/23.11.2026 г.',
      'за ползване на социална услуга „асистентска подкрепа“',
      'чл. 85, ал. 1 и 2 от Закона за социалните услуги',
      'ЕИК по БУЛСТАТ 000193282',
      'Мария Иванова Георгиева, ЕГН 4506129287',
      'до 84 ч. (осемдесет и четири часа) месечно',
      'от 01.12.2026 г. до 30.11.2027 г. включително',
      'средносрочно по смисъла на чл. 16, ал. 2, т. 2 от ЗСУ',
      'лице по чл. 93, ал. 2, т. 2 от ЗСУ съгласно експертно решение на ТЕЛК № 1234/12.05.2024 г.',
      'Договорът влиза в сила от датата на последния подпис',
      'индивидуална оценка на потребностите № 77/27.10.2026 г.',
      '8:00–10:00',
      'ПОТРЕБИТЕЛЯТ не заплаща такса',
      'наричана по-нататък ПОТРЕБИТЕЛ',
    ])
      expect(pdf.text).toContain(words)
    expect(pdf.title?.replaceAll('\u00a0', ' ')).toBe('Договор № 118/23.11.2026 г.')
    expect(pdf.language).toBe('bg-BG')
    expect(pdf.tagged).toBe(true)
    expect(pdf.fonts.length).toBeGreaterThan(1)
    expect(pdf.fonts.every((font) => font.embedded)).toBe(true)
    expect(pdf.pages).toHaveLength(made.pages)
  })

  test('every page has its number, the paper’s number, text version and fingerprint', async () => {
    const built = buildContract(sample.contract)
    const { pages } = await readPdf((await contract()).pdf)
    expect(pages.length).toBeGreaterThan(2)
    const hash = built.dataHash
    pages.forEach((page, i) => {
      expect(page).toContain(`Страница ${String(i + 1)} от ${String(pages.length)}`)
      expect(page).toContain('Договор № 118/23.11.2026 г.')
      expect(page).toContain('образец „Договор – асистентска подкрепа“, редакция 2')
      // Where digits and letters meet, the reader of the test sees a space.
      expect(page.replaceAll(' ', '')).toContain(`контроленкод${hash.slice(0, 12)}`)
    })
  })

  test('„ПРОЕКТ“ is on every page of a draft and on no issued paper', async () => {
    const draft = await readPdf((await contract({ draft: true, number: null, date: null })).pdf)
    for (const page of draft.pages) expect(page).toContain('ПРОЕКТ')
    expect(await textOf(contract())).not.toContain('ПРОЕКТ')
  })

  test('„ПРИМЕР“ is on every page of a demonstration office, drafts too, and nowhere else', async () => {
    const demo = { provider: { ...sample.provider, demo: true } }
    for (const draft of [true, false])
      for (const page of (await readPdf((await contract({ ...demo, draft })).pdf)).pages)
        expect(page).toContain('ПРИМЕР')
    expect(await textOf(contract())).not.toContain('ПРИМЕР ')
  })

  test('the fee clause follows the fee', async () => {
    const due = await textOf(contract({ fee: { monthlyCents: 62020, basisText: 'тарифа.' } }))
    expect(due).toContain('620,20 евро (шестстотин и двадесет евро и двадесет цента)')
    expect(due).toContain('повече от три месеца')
    expect(due).not.toContain('не заплаща такса')
    expect(due).not.toContain('..')
    expect(await textOf(contract())).not.toContain('повече от три месеца')
  })

  test.each([
    ['person', null, ['Подписва лично'], ['Свидетел', 'Настойник –', 'Попечител –']],
    [
      'guardianFor',
      by('guardian'),
      [
        'Настойник – подписва от името на лицето',
        'представлявана от настойника си Георги Петров Настойников',
      ],
      ['Подписва лично'],
    ],
    [
      'guardianFor',
      by('parent'),
      [
        'Родител – подписва от името на лицето',
        'действаща чрез своя родител и законен представител',
      ],
      ['Подписва лично', 'Настойник –'],
    ],
    [
      'curatorWith',
      by('curator'),
      [
        'Подписва лично',
        'Попечител – подписва заедно с лицето',
        'действаща със съгласието на попечителя си',
      ],
      [],
    ],
    [
      'proxyFor',
      by('proxy'),
      ['Пълномощник – подписва от името на лицето', 'от пълномощника си'],
      ['Подписва лично'],
    ],
    [
      'thumbprint',
      null,
      ['отпечатък от десния палец', 'Свидетел 1', 'Свидетел 2', 'прочетен на глас'],
      ['Подписва лично'],
    ],
    [
      'thumbprint',
      by('curator'),
      ['отпечатък от десния палец', 'Попечител – подписва заедно', 'действаща със съгласието'],
      [],
    ],
  ] as const)('signature block: %s', async (mode, representative, present, absent) => {
    const text = await textOf(
      contract({ representative, signing: { mode, witnesses: [], ownWish: null } }),
    )
    for (const words of present) expect(text).toContain(words)
    for (const words of absent) expect(text).not.toContain(words)
  })

  test('a list ends with a full stop, whichever of its points is the last one left', async () => {
    expect(await textOf(contract())).toContain('предоставените часове и дейности. (2)')
    const due = { fee: { monthlyCents: 1000, basisText: 'тарифа' } }
    expect(await textOf(contract(due))).toContain('предоставените часове и дейности;')
  })

  test('a title that names its municipality gets no second one', async () => {
    const signatory = { ...sample.provider.signatory, position: 'кмет на община Примерна' }
    const text = await textOf(contract({ provider: { ...sample.provider, signatory } }))
    expect(text).toContain('Кмет на община Примерна')
    expect(text).not.toContain('на община Примерна на Община')
    expect(await textOf(contract())).toContain('Кмет на Община Примерна')
  })

  test('a child under 14 has a birth certificate and acts by a parent', async () => {
    const text = await textOf(
      contract({
        person: { ...sample.person, birthDate: '2016-03-01', idCard: null },
        birthCertificate: { number: '0042', date: '2016-03-03' },
        representative: by('parent'),
        signing: { mode: 'guardianFor', witnesses: [], ownWish: null },
      }),
    )
    expect(text).toContain('удостоверение за раждане: № 0042/03.03.2016 г.')
    expect(text).not.toContain('документ за самоличност')
    expect(text).toContain('ПОТРЕБИТЕЛЯТ и неговият родител се запознаха')
  })

  test('who agrees the contract signs under it, only where the office says so', async () => {
    const text = await textOf(contract({ coordinatedBy: ['юрисконсулт', 'финансов контрольор'] }))
    expect(text).toContain('СЪГЛАСУВАЛИ:')
    expect(text).toContain('Финансов контрольор')
    expect(await textOf(contract())).not.toContain('СЪГЛАСУВАЛИ')
  })

  test('signatures stay together, with words of the contract above them', async () => {
    // Different lengths push the block over every possible page end.
    for (const extra of [0, 2, 4, 6, 8, 10]) {
      const activities = Array.from({ length: 3 + extra }, (_, i) => `дейност ${String(i)}`)
      const { pages } = await readPdf(
        (await contract({ subject: { ...sample.contract.subject, activities } })).pdf,
      )
      const last = pages.at(-1) ?? ''
      expect(last).toContain('Договорът се състави в два еднообразни екземпляра')
      expect(last).toContain('ЗА ДОСТАВЧИКА')
      expect(last.split('дата:')).toHaveLength(3)
    }
  })

  test('second signature and order only where they are', async () => {
    const text = await textOf(
      contract({
        provider: {
          ...sample.provider,
          chiefAccountant: 'Стефка Счетоводителска',
          signatory: {
            name: 'Николай Заместников',
            position: 'заместник-кмет',
            authorisation: { number: 'РД01-0179', date: '2026-01-14' },
          },
        },
      }),
    )
    expect(text).toContain('Главен счетоводител')
    expect(text).toContain('Заместник-кмет на Община Примерна')
    expect(text).toContain('по заповед № РД01-0179/14.01.2026 г.')
    expect(await textOf(contract())).not.toContain('Главен счетоводител')
  })

  test('names are text and never markup or code', async () => {
    const evil = '#panic("x") *б* $a$ {client.name} <b> `код` \\ @ref'
    const text = await textOf(
      contract({ person: { ...sample.person, fullName: evil }, place: '#read("/etc/passwd")' }),
    )
    // Signs of another script begin a new run of glyphs, which reads as a space: compared without.
    expect(text.replaceAll(' ', '')).toContain(evil.replaceAll(' ', ''))
    expect(text.replaceAll(' ', '')).toContain('#read("/etc/passwd")')
  })

  test('very long and strange names neither break nor get lost', async () => {
    const long = 'Константиниа-Александрина-Христодулопулос'
    const text = await textOf(
      contract({ person: { ...sample.person, fullName: `${long} ${long} ${long}` } }),
    )
    expect(text.replaceAll(' ', '')).toContain(`${long}${long}${long},ЕГН`)
    const unbroken = await textOf(contract({ place: `гр. ${'Дългоимеград'.repeat(16)}` }))
    expect(unbroken.replace(/[ -]/g, '')).toContain('Дългоимеград'.repeat(16))
  })

  test('same facts, same bytes – in this worker, in another, in another process', async () => {
    const first = sha((await contract()).pdf)
    expect(sha((await contract()).pdf)).toBe(first)
    const other = createPapers({ workerUrl })
    const request = contractRequest(sample.contract)
    expect(sha((await other.render(request)).pdf)).toBe(first)
    await other.close()
    const script = `
      const { Worker } = require('node:worker_threads')
      const { createHash } = require('node:crypto')
      const worker = new Worker(process.argv[1])
      worker.on('message', (m) => {
        process.stdout.write(createHash('sha256').update(m.rendered.pdf).digest('hex'))
        worker.terminate()
      })
      worker.postMessage({ id: 1, kind: 'render', request: JSON.parse(process.argv[2]) })`
    const answer = execFileSync(
      process.execPath,
      ['-e', script, fileURLToPath(workerUrl), JSON.stringify(request)],
      { encoding: 'utf8', env: { ...process.env, TZ: 'Pacific/Auckland', LANG: 'C' } },
    )
    expect(answer).toBe(first)
    expect(sha((await contract({ number: '119' })).pdf)).not.toBe(first)
  })
})

describe('what the law needs is named before issue', () => {
  test('nothing is missing in the samples', () => {
    expect(missingForContract(sample.contract)).toEqual([])
    expect(missingForPlan(sample.plan)).toEqual([])
    expect(missingForAssessment(sample.assessment)).toEqual([])
  })

  test('each gap has its place', () => {
    const gaps = missingForContract({
      ...sample.contract,
      place: ' ',
      provider: { ...sample.provider, eik: '' },
      volume: { ...sample.contract.volume, week: [] },
      signing: { mode: 'proxyFor', witnesses: [], ownWish: null },
    })
    expect(gaps.map((p) => `${p.code} ${(p.path ?? []).join('.')}`)).toEqual([
      'paperValueMissing place',
      'paperValueMissing provider.eik',
      'paperValueMissing volume.week',
      'representativeMissing representative',
    ])
    const team = { ...sample.assessment, team: sample.assessment.team.slice(0, 1) }
    expect(missingForAssessment(team).map((p) => p.code)).toEqual(['teamTooSmall'])
    expect(missingForPlan({ ...sample.plan, goals: [] }).map((p) => p.path)).toEqual([['goals']])
  })

  test('what the law does not need prints as a line for the hand', async () => {
    const empty = { person: { ...sample.person, idCard: null, phone: null } }
    expect(missingForContract({ ...sample.contract, ...empty })).toEqual([])
    expect(await textOf(contract(empty))).toContain('документ за самоличност:, с настоящ адрес')
  })
})
