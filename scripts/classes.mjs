// Types of the class names of every *.module.css, beside it, so that a name that is not there does
// not compile. Vite reads the styles, as it does for the program: `npm run classes` after each change.
import './require-node-24.mjs'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { preprocessCSS, resolveConfig } from 'vite'

const root = path.join(import.meta.dirname, '..')

/** File of types → what it must say. */
export async function typesOfClasses() {
  const config = await resolveConfig({ configFile: false, root, logLevel: 'error' }, 'build')
  const files = globSync('renderer/**/*.module.css', { cwd: root })
  const types = files.map(async (file) => {
    const full = path.join(root, file)
    const css = readFileSync(full, 'utf8')
    const { modules = {} } = await preprocessCSS(css, full, config)
    // A movement is named like a class, and only the styles speak of it.
    const movements = new Set(
      Array.from(css.matchAll(/@keyframes\s+([\w-]+)/g), ([, name]) => name),
    )
    const names = Object.keys(modules)
      .filter((name) => !movements.has(name))
      .toSorted()
    const lines = names.map((name) => `  readonly ${name}: string\n`)
    const text = `// Made by \`npm run classes\`.\ndeclare const classes: {\n${lines.join('')}}\nexport default classes\n`
    return /** @type {const} */ ([`${file.replaceAll(path.sep, '/')}.d.ts`, { names, text }])
  })
  return new Map(await Promise.all(types))
}

if (process.argv[1] === import.meta.filename)
  for (const [file, { text }] of await typesOfClasses()) writeFileSync(path.join(root, file), text)
