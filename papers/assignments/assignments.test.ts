import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChangeFacts, ChoiceFacts } from '#domain/assignments/facts.ts'
import { createPapers, type Papers } from '../pool.ts'
import { buildPapersWorker } from '../testing/build-worker.ts'
import { readPdf } from '../testing/read-pdf.ts'
import * as sample from '../testing/sample-facts.ts'
import { buildChange, buildChoice } from './builder.ts'

let papers: Papers
beforeAll(async () => {
  papers = createPapers({ workerUrl: await buildPapersWorker() })
})
afterAll(() => papers.close())

const common = {
  draft: false,
  date: '2026-11-23',
  place: 'гр. Примерна',
  service: 'асистентска подкрепа',
  provider: sample.provider,
  person: sample.person,
  representative: null,
  signing: { mode: 'person', witnesses: [], ownWish: null },
  application: { number: '94-12', date: '2026-10-01' },
} as const
const contract = { number: 'ЕК-12', date: '2026-11-01' }
const maria = { name: 'Мария Петрова Стоянова', position: 'личен асистент', contract }
const elena = { ...maria, name: 'Елена Иванова Близка' }

const choice: ChoiceFacts = {
  ...common,
  signing: { ...common.signing, witnesses: [] },
  number: 'ИА-3',
  present: [{ name: 'Петър Посетев', capacity: 'socialWorker' }],
  wish: 'Мария Стоянова',
  wishHonoured: false,
  notHonouredReason: 'Няма свободни часове',
  chosen: elena,
  substitute: null,
  statement: '',
  preparedBy: { name: 'Петър Посетев', position: 'социален работник' },
}
const change: ChangeFacts = {
  ...common,
  signing: { ...common.signing, witnesses: [] },
  number: 'СА-1',
  role: 'titular',
  leaving: maria,
  lastDay: '2026-11-30',
  coming: elena,
  fromDate: '2026-12-01',
  toDate: null,
  minutesPerMonth: 1200,
  reason: 'Продължителен болничен',
}

const textOf = async (built: ReturnType<typeof buildChoice>) => {
  const { data, documentDate } = built
  return (await readPdf((await papers.render({ layout: 'statement', data, documentDate })).pdf))
    .text
}

test('the record of a choice says who was there, and why a wish was not kept', async () => {
  const text = await textOf(buildChoice(choice))
  for (const words of [
    /ПРОТОКОЛ №\sИА-3\/23\.11\.2026/,
    /Пожелан асистент: Мария Стоянова\./,
    /не се изпълнява по следната причина: Няма свободни часове\./,
    /Избран асистент: Елена Иванова Близка, личен асистент, договор №\sЕК-12\/01\.11\.2026/,
    /Заместник не е избран/,
    /Социален работник\s+Петър Посетев/,
  ])
    expect(text).toMatch(words)
  expect(text).not.toMatch(/\{|\}|undefined|null|Изявление/)
})

test('who asked for help wished for nobody, and no reason is printed', async () => {
  const text = await textOf(
    buildChoice({ ...choice, wish: '', wishHonoured: true, statement: 'Избирам Елена' }),
  )
  expect(text).toMatch(/поиска помощ при избора/)
  expect(text).toMatch(/Изявление на лицето: Избирам Елена\./)
  expect(text).not.toMatch(/Пожелан|следната причина/)
})

test('a change is told to all three, each with a line to sign', async () => {
  const text = await textOf(buildChange(change))
  for (const words of [
    /СЪОБЩЕНИЕ №\sСА-1/,
    /Считано от 01\.12\.2026\sг\., асистент на Мария Иванова Георгиева/,
    /с 20\sч\. на месец/,
    /Последен ден, в който помага Мария Петрова Стоянова, .*30\.11\.2026/s,
    /Причина за смяната: Продължителен болничен\./,
    /ПОЛУЧИХА ЕКЗЕМПЛЯР:/,
    /Досегашен асистент/,
    /Нов асистент/,
  ])
    expect(text).toMatch(words)
  expect(text).not.toMatch(/Възлагането е до/)
})

test('the longest of everything that people typed stands on the paper, whole', async () => {
  const long = (words: string, times: number, last: string) => `${words.repeat(times)}${last}`
  const name = `${'Константинополски-'.repeat(6)}`
  const text = await textOf(
    buildChoice({
      ...choice,
      present: Array.from({ length: 10 }, (_, i) => ({
        name: `${name}Край001${String(i)}`,
        capacity: 'relative' as const,
      })),
      notHonouredReason: long('няма свободни часове ', 46, 'Край0001'),
      statement: long('избирам този човек ', 100, 'Край0002'),
      chosen: { ...elena, name: `${name}Край0003` },
    }),
  )
  for (const end of ['Край0001', 'Край0002', 'Край0003', 'Край0019']) expect(text).toContain(end)
})

test('the hash is of what stands on it: another day is another paper', () => {
  const { dataHash } = buildChange(change)
  expect(buildChange({ ...change, fromDate: '2026-12-02' }).dataHash).not.toBe(dataHash)
  expect(buildChange(structuredClone(change)).dataHash).toBe(dataHash)
})
