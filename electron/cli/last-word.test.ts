import { expect, test } from 'vitest'
import texts from '#locales/bg/cli.json' with { type: 'json' }
import { lastWord } from './last-word.ts'

type Message = { kind: 'progress' } | { kind: 'done'; copies: number }

async function* stream(...messages: Message[]): AsyncGenerator<Message> {
  await Promise.resolve()
  yield* messages
}

test('what ends without its last word has failed, however far it came', async () => {
  await expect(lastWord(stream())).rejects.toThrow(texts.unfinished)
  const told = stream({ kind: 'progress' }, { kind: 'progress' })
  await expect(lastWord(told)).rejects.toThrow(texts.unfinished)
  const whole = stream({ kind: 'progress' }, { kind: 'done', copies: 2 })
  expect(await lastWord(whole)).toEqual({ kind: 'done', copies: 2 })
})
