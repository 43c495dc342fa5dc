import { createServer, request as httpRequest, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { os } from '@orpc/server'
import { RPCHandler } from '@orpc/server/node'
import { afterEach, expect, test } from 'vitest'
import { wholeAnswer } from './whole-answer.ts'

const size = 8 * 1024 * 1024
let begin = () => {}
let leave = () => {}
let finish = () => {}
const begun = new Promise<void>((resolve) => (begin = resolve))
const gone = new Promise<void>((resolve) => (leave = resolve))
const finished = new Promise<void>((resolve) => (finish = resolve))

const router = {
  paper: os.handler(async () => {
    begin()
    await finished
    return new File([new Uint8Array(size).fill(65)], 'a.pdf', { type: 'application/pdf' })
  }),
}

let server: Server
let port = 0
async function serve(): Promise<void> {
  const handler = new RPCHandler(router, { rootInterceptors: [wholeAnswer] })
  server = createServer((request, response) => {
    response.once('close', leave)
    void handler.handle(request, response, { prefix: '/api', context: {} })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
}
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const ask = () =>
  httpRequest({
    host: '127.0.0.1',
    port,
    path: '/api/paper',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  })

test('a page that goes away while its paper is made does not stop the office', async () => {
  await serve()
  const faults: unknown[] = []
  const note = (fault: unknown) => faults.push(fault)
  process.on('unhandledRejection', note)
  try {
    const call = ask()
    call.on('error', () => undefined)
    call.end('{}')
    await begun
    call.destroy()
    await gone
    finish()
    await new Promise((resolve) => setTimeout(resolve, 300))
  } finally {
    process.off('unhandledRejection', note)
  }
  expect(faults).toEqual([])
})

test('a paper arrives whole, with its length said beforehand', async () => {
  await serve()
  finish()
  const { bytes, length, type } = await new Promise<{
    bytes: Buffer
    length: number
    type: string
  }>((resolve) => {
    const call = ask()
    call.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        resolve({
          bytes: Buffer.concat(chunks),
          length: Number(response.headers['content-length']),
          type: response.headers['content-type'] ?? '',
        })
      })
    })
    call.end('{}')
  })
  expect(bytes.length).toBe(length)
  const form = await new Response(Uint8Array.from(bytes), {
    headers: { 'content-type': type },
  }).formData()
  const file = [...form.values()].find((value) => value instanceof File)
  expect(file?.size).toBe(size)
})
