import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test } from './fixtures/app.ts'
import { pressCyrillic } from './fixtures/keyboard.ts'
import { effort, forgetEffort } from './fixtures/watch.ts'

test('the office opens, in Bulgarian, within its policy', async ({ app }) => {
  await expect(app.locator('html')).toHaveAttribute('lang', 'bg')
  await expect(app.getByRole('heading').first()).toBeVisible()
  await expectAccessible(app)
})

test.describe('what a page must not do', () => {
  test.use({ provoked: /example\.org/ })

  test('is refused', async ({ app }) => {
    await expect(app.getByRole('heading').first()).toBeVisible()
    const before = app.url()
    const reached = await app.evaluate(async () => {
      const attempts = [
        fetch('https://example.org/'),
        new Promise((resolve, reject) => {
          const script = document.createElement('script')
          script.onload = resolve
          script.onerror = reject
          script.src = 'https://example.org/x.js'
          document.head.append(script)
        }),
      ]
      const settled = await Promise.allSettled(attempts)
      return settled.filter(({ status }) => status === 'fulfilled').length
    })
    expect(reached).toBe(0)
    expect(await app.evaluate(() => 'require' in window || 'process' in window)).toBe(false)
    expect(app.url()).toBe(before)
  })
})

test('keys are counted, and the place of a key is what a Bulgarian keyboard keeps', async ({
  app,
}) => {
  await expect(app.getByRole('heading').first()).toBeVisible()
  await app.evaluate(() => {
    window.addEventListener('keydown', ({ key, code, ctrlKey, isTrusted }) => {
      if (code === 'KeyY') document.title = [key, ctrlKey, isTrusted].join()
    })
  })
  await forgetEffort(app)
  await pressCyrillic(app, 'Control+KeyY')
  await expect(app).toHaveTitle('ъ,true,true')
  expect(await effort(app)).toEqual({ keys: 2, clicks: 0 })
  await app.mouse.click(5, 5)
  expect(await effort(app)).toEqual({ keys: 2, clicks: 1 })

  // Letters of every alphabet: some come as text, without a key of their own.
  await app.evaluate(() => {
    const field = document.createElement('input')
    document.body.append(field)
    field.focus()
  })
  await app.keyboard.type('арх arh 7')
  expect(await effort(app)).toEqual({ keys: 11, clicks: 1 })
  await app.keyboard.press('Enter')
  await app.keyboard.type('я')
  expect(await effort(app)).toEqual({ keys: 13, clicks: 1 })
})
