import { createTypstCompiler, loadFonts, type TypstCompiler } from '@myriaddreamin/typst.ts'
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

const pdfFormat = 1

function wasmBytes(): Uint8Array {
  const require = createRequire(import.meta.url)
  return readFileSync(require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm'))
}

async function start(): Promise<TypstCompiler> {
  const compiler = createTypstCompiler()
  await compiler.init({
    // The object form; bare bytes make wasm-bindgen complain on the console.
    getModule: () => ({ module_or_path: wasmBytes() }),
    // No bundled fonts and no fetching: what is not in these files is not in the paper.
    beforeBuild: [loadFonts(fontBytes(), { assets: false })],
  })
  for (const [path, source] of Object.entries(layoutSources)) compiler.addSource(path, source)
  return compiler
}

/** Starts the compiler (about 0.3 s with its fonts); later papers take 10–20 ms each. */
export async function createPaperCompiler(): Promise<PaperCompiler> {
  const compiler = await start()
  return {
    async compile(layout, data, options) {
      const answer = await compiler.compile({
        mainFilePath: `/${layout}.typ`,
        format: pdfFormat,
        // A number of the same name in `data` cannot shadow the date: it travels beside.
        inputs: { data: JSON.stringify(data), date: options.documentDate },
        diagnostics: 'full',
      })
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
