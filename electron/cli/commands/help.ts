import texts from '#locales/bg/cli.json' with { type: 'json' }

/** `opora help` */
export function run(): Promise<void> {
  process.stdout.write(`${texts.help.join('\n')}\n`)
  return Promise.resolve()
}
