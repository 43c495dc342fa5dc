import { createTypstCompiler, loadFonts, type TypstCompiler } from '@myriaddreamin/typst.ts'
import initWasm from '@myriaddreamin/typst-ts-web-compiler'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fontBytes } from './fonts.ts'
import { layoutSources, type LayoutName } from './layouts.ts'

/** A fault of a layout: where and what. Data never stands in it, only the layout's own lines. */
export class LayoutFault extends Error {
  override readonly name = 'LayoutFault'
  readonly layout: LayoutName
  readonly at: string
  constructor(layout: LayoutName, at: string) {
    super(`Layout ${layout} did not compile (${at})`)
    this.layout = layout
    this.at = at
  }
}

export interface CompileOptions {
  /** Civil date that goes into the PDF as its making date: same data, same bytes. */
  documentDate: string
}

export interface PaperCompiler {
  /** Tagged PDF with embedded fonts. `data` reaches the layout as JSON text, never as markup. */
  compile(layout: LayoutName, data: unknown, options: CompileOptions): Promise<Uint8Array>
}

function wasmBytes(): Uint8Array {
  const require = createRequire(import.meta.url)
  return readFileSync(require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm'))
}

/** What one worker of `papers/pool.ts` needs in its life, by about 1.1 MB a contract. */
const reserveBytes = 192 * 2 ** 20

/**
 * Makes the compiler's memory big at once: taken and given back untouched, it costs address space,
 * no memory. Grown by and by, a piece for every paper, each piece makes the engine collect garbage,
 * which took as long as the papers themselves.
 */
async function reserveMemory(): Promise<void> {
  // Already started: this only hands over its functions. The first takes memory, the other gives back.
  const { __wbindgen_export: take, __wbindgen_export4: giveBack } = await initWasm()
  giveBack(take(reserveBytes, 8) >>> 0, reserveBytes, 8)
}

async function start(): Promise<TypstCompiler> {
  const compiler = createTypstCompiler()
  await compiler.init({
    // The object form; bare bytes make wasm-bindgen complain on the console.
    getModule: () => ({ module_or_path: wasmBytes() }),
    // No bundled fonts and no fetching: what is not in these files is not in the paper.
    beforeBuild: [loadFonts(fontBytes(), { assets: false })],
  })
  await reserveMemory()
  for (const [path, source] of Object.entries(layoutSources)) compiler.addSource(path, source)
  return compiler
}

/** Starts the compiler (about 0.3 s with its fonts); later papers take 10–20 ms each. */
export async function createPaperCompiler(): Promise<PaperCompiler> {
  const compiler = await start()
  return {
    async compile(layout, data, options) {
      const answer = await compiler.runWithWorld(
        {
          mainFilePath: `/${layout}.typ`,
          // A number of the same name in `data` cannot shadow the date: it travels beside.
          inputs: { data: JSON.stringify(data, wellFormed), date: options.documentDate },
        },
        (world) => Promise.resolve(world.pdf({ diagnostics: 'full' })),
      )
      if (answer.result === undefined) {
        const first = answer.diagnostics?.find((d) => d.severity === 'error')
        throw new LayoutFault(
          layout,
          first === undefined ? 'no reason given' : `${first.path}:${first.range}`,
        )
      }
      return answer.result
    },
  }
}

/** Half of a character – an emoji cut at a field's end – would be no JSON to the layout: it prints as �. */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value
}
