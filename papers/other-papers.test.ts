import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildAssessment, missingForAssessment } from './assessments/builder.ts'
import { buildPileCover } from './pile/builder.ts'
import { buildPlan } from './plans/builder.ts'
import { buildRecoverySheet } from './keyring/builder.ts'
import { createPapers, type Papers } from './pool.ts'
import type { Rendered } from './protocol.ts'
import { buildPapersWorker } from './testing/build-worker.ts'
import { placedTexts } from './testing/pdf-places.ts'
import { readPdf } from './testing/read-pdf.ts'
import * as sample from './testing/sample-facts.ts'

let workerUrl: URL
let papers: Papers
beforeAll(async () => {
  workerUrl = await buildPapersWorker()
  papers = createPapers({ workerUrl })
})
afterAll(() => papers.close())
const textOf = async (made: Promise<Rendered>): Promise<string> =>
  (await readPdf((await made).pdf)).text

describe('plan, assessment, recovery sheet, pile', () => {
  test('the plan has goals, week, hours and hands', async () => {
    const { data, documentDate } = buildPlan(sample.plan)
    const pdf = await readPdf((await papers.render({ layout: 'plan', data, documentDate })).pdf)
    for (const words of [
      'ИНДИВИДУАЛЕН ПЛАН ЗА ПОДКРЕПА № 70/09.11.2026 г.',
      '84 ч. месечно',
      'от 52 ч. до 60 ч. според месеца',
      'Дългосрочна цел: Лицето остава да живее в дома си',
      'Личната хигиена се поддържа всеки ден',
      'Лицето не желае подкрепа в тази област.',
      '10:00–11:30',
      'най-късно на 31.05.2027 г.',
      'Отговорен за случая',
      'Одобрил',
      'МУЛТИДИСЦИПЛИНАРЕН ЕКИП',
      'Психолог',
    ])
      expect(pdf.text).toContain(words)
    expect(pdf.tagged).toBe(true)
  })

  test('the assessment shows every score, its reason, and how the hours came about', async () => {
    const { data, documentDate } = buildAssessment(sample.assessment)
    const pdf = await readPdf(
      (await papers.render({ layout: 'assessment', data, documentDate })).pdf,
    )
    for (const words of [
      'ИНДИВИДУАЛНА ОЦЕНКА НА ПОТРЕБНОСТИТЕ № 77/27.10.2026 г.',
      'Не може да влиза сама във ваната след инсулта.',
      '10 от 21',
      '32 от 90',
      '32 точки са в степен I',
      '42 ч. месечно',
      'Кинезитерапевт',
      'Желае да остане в дома си',
    ])
      expect(pdf.text).toContain(words)
    for (const area of sample.assessment.areas)
      for (const item of area.items) expect(pdf.text).toContain(item.text)
  })

  test('rows of long reasons break between rows, a row higher than a page breaks too', async () => {
    const row = (i: number, reason: string) => ({
      ...sample.assessment.areas[0]!.items[0]!,
      text: `Показател ${String(i)}`,
      reason: `${reason} Край${String(1000 + i)}`,
    })
    for (const reason of ['основание '.repeat(35), 'ред\n'.repeat(240), 'безкрай'.repeat(140)]) {
      const items = Array.from({ length: 14 }, (_, i) => row(i, reason))
      const areas = [{ letter: 'А', name: 'Област', points: 10, maxPoints: 21, items }]
      const { data, documentDate } = buildAssessment({ ...sample.assessment, areas })
      const { pdf } = await papers.render({ layout: 'assessment', data, documentDate })
      const texts = (await placedTexts(pdf)).filter(({ bottom }) => bottom > 16)
      const all = texts.map(({ text }) => text).join('')
      for (let i = 0; i < 14; i++) expect(all).toContain(`Край${String(1000 + i)}`)
      expect(all).toContain('Общо за областта10 от 21')
      expect(texts.filter(({ bottom, right }) => bottom < 24 || right > 191)).toEqual([])
      // The name of the area stands on the page of its first row.
      const at = (words: string) => texts.find(({ text }) => text.startsWith(words))?.page
      expect(at('А. Област')).toBe(at('Показател 0'))
    }
  })

  test('an assessment that could not be made has a witness and no scores', async () => {
    const facts = {
      ...sample.assessment,
      outcome: 'notFound' as const,
      witness: 'Кмет на кметство Примерно',
    }
    expect(missingForAssessment({ ...facts, witness: null }).map((p) => p.path)).toEqual([
      ['witness'],
    ])
    const { data, documentDate } = buildAssessment(facts)
    const text = await textOf(papers.render({ layout: 'assessment', data, documentDate }))
    expect(text).toContain('ПРОТОКОЛ ЗА НЕИЗВЪРШЕНА ОЦЕНКА')
    expect(text).toContain('При посещението лицето не беше открито на адреса.')
    // Nothing was assessed, so nobody has taken part in it, and the person signs nothing.
    expect(text).not.toMatch(/участва в оценката|ЛИЦЕ:|Подписва лично|Оценката е извършена/)
    expect(text).toContain('СВИДЕТЕЛ:')
    expect(text).toContain('Кмет на кметство Примерно')
    expect(text).not.toContain('10 от 21')
  })

  test('the recovery sheet is one page with every group and its number', async () => {
    const groups = ['A9H2K', 'X4T9E', 'MPT23', 'C456B', 'HKMPT', '23456', 'ACEHK', 'BXT99']
    const { data, documentDate } = buildRecoverySheet({
      municipality: 'Община Примерна',
      officeName: 'Център',
      demo: false,
      date: '2026-11-21',
      groups,
    })
    const made = await papers.render({ layout: 'recovery', data, documentDate })
    expect(made.pages).toBe(1)
    const text = await textOf(Promise.resolve(made))
    groups.forEach((group, i) => {
      expect(text).toContain(`група ${String(i + 1)} ${group}`)
    })
  })

  test('a cover list of 120 repeats its head on every page and loses no row', async () => {
    const rows = Array.from({ length: 120 }, (_, i) => ({
      number: String(118 + i),
      date: '2026-11-23',
      person: `Лице Примерно ${String(i)}`,
      settlement: 'с. Примерно',
      pages: 4,
    }))
    const { data, documentDate } = buildPileCover({
      provider: sample.provider,
      name: 'Договори за ползване',
      date: '2026-11-23',
      copies: 2,
      rows,
    })
    const { pages, text } = await readPdf(
      (await papers.render({ layout: 'pile', data, documentDate })).pdf,
    )
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(page).toContain('Населено място')
    for (const row of rows) expect(text).toContain(`№ ${row.number}/23.11.2026 г. ${row.person}`)
  })
})
