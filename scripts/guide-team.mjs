import { open, openFirst, patient, settle } from './guide-office.mjs'

/** The team: how a candidate is chosen, whom a person chooses, who was trained, whom one writes to. */
export async function team({ keep }, page) {
  await openFirst(page, '#/candidates', 'Ковачева')
  await page.getByRole('button', { name: 'Карта за подбор', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /^Карта за подбор/ }).waitFor(patient)
  await settle(page)
  await keep(page, 'team-selection')
  await openFirst(page, '#/assignments', 'заместник')
  await page.getByRole('listbox', { name: 'Кого избира лицето' }).waitFor(patient)
  await settle(page)
  await keep(page, 'team-choice')
  await page.getByRole('main').locator('a[href*="/team/employees/"]').first().click()
  await page.getByRole('tablist', { name: 'Досие на служителя' }).waitFor(patient)
  await settle(page)
  await keep(page, 'team-assistant')
  await openFirst(page, '#/events', 'Въвеждащо обучение')
  await page.getByRole('grid', { name: 'Присъствие' }).waitFor(patient)
  await keep(page, 'team-presence')
  await open(page, '#/expiring')
  await page.getByRole('grid').focus()
  for (let row = 0; row < 4; row++) {
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Alt+p')
  await page.getByRole('dialog').waitFor(patient)
  await settle(page)
  await keep(page, 'team-letters')
  await page.keyboard.press('Escape')
}
