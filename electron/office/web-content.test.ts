import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { contentSecurityPolicy, resolveInside, serveAsset } from './web-content.ts'

const root = mkdtempSync(path.join(tmpdir(), 'opora-web-'))
const page = path.join(root, 'page')
mkdirSync(path.join(page, 'assets'), { recursive: true })
mkdirSync(path.join(root, 'page-secret'))
writeFileSync(
  path.join(page, 'index.html'),
  '<!doctype html><html lang="bg"><head><meta name="csp-nonce" nonce="OLD"></head><body></body></html>',
)
writeFileSync(path.join(page, 'assets', 'main-1a2b.js'), 'export {}')
writeFileSync(path.join(page, 'assets', 'notes.txt'), 'not a part of the page')
writeFileSync(path.join(root, 'page-secret', 'key.json'), '{}')
afterAll(() => {
  rmSync(root, { recursive: true })
})

test('the page carries one nonce, the one its policy names, and a new one each time', () => {
  const seen = new Set<string>()
  for (const address of ['/', '/index.html', '/']) {
    const answer = serveAsset(page, address)
    const html = new TextDecoder().decode(answer.body)
    const nonces = [...html.matchAll(/nonce="([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(nonces).toHaveLength(1)
    const [nonce = ''] = nonces
    expect(answer.headers['content-security-policy']).toBe(contentSecurityPolicy(nonce))
    expect(answer.headers['content-length']).toBe(String(answer.body.byteLength))
    expect(answer.headers['cache-control']).toBe('no-store')
    seen.add(nonce)
  }
  expect(seen.size).toBe(3)
})

test('the policy allows no inline code, no eval and no foreign frame', () => {
  const policy = contentSecurityPolicy('N')
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
  expect(policy).toContain("style-src 'self' 'nonce-N'")
  expect(policy).toContain("frame-ancestors 'none'")
})

test('hashed parts may be kept, with the right type', () => {
  const answer = serveAsset(page, '/assets/main-1a2b.js')
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8')
  expect(answer.headers['cache-control']).toContain('immutable')
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
})

test.each([
  ['climbs', '/../page-secret/key.json'],
  ['climbs, encoded', '/%2e%2e/page-secret/key.json'],
  ['climbs, slash encoded', '/..%2fpage-secret%2fkey.json'],
  ['climbs with a backslash', '/..%5cpage-secret%5ckey.json'],
  ['names a drive', '/C:/Windows/win.ini'],
  ['has a zero byte', '/index.html%00.js'],
  ['is not well formed', '/%E0%A4%A'],
  ['is the folder', '/.'],
  ['has no leading slash', 'index.html'],
])('a path that %s is refused', (_what, address) => {
  expect(resolveInside(page, address)).toBeNull()
})

test.each([
  ['/assets/none.js', 404],
  ['/assets/', 404],
  ['/assets/notes.txt', 404],
  ['/..%2fpage-secret%2fkey.json', 400],
])('%s answers %i without a body', (address, status) => {
  const answer = serveAsset(page, address)
  expect(answer.status).toBe(status)
  expect(answer.body.byteLength).toBe(0)
})
