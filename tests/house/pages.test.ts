import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { readLocale, readText, repositoryFiles } from './repository.ts'

interface BuiltPage {
  where: string
  helpKey: string | undefined
}

const property = (object: ts.ObjectLiteralExpression, name: string) =>
  object.properties.find(
    (one): one is ts.PropertyAssignment =>
      ts.isPropertyAssignment(one) && one.name.getText() === name,
  )?.initializer

/** The pages of every feature, read from its `feature.ts` without running it. */
function builtPages(): BuiltPage[] {
  return repositoryFiles()
    .filter((file) => /^renderer\/features\/[a-z-]+\/feature\.ts$/.test(file))
    .flatMap((file) => {
      const source = ts.createSourceFile(file, readText(file), ts.ScriptTarget.Latest, true)
      const found: BuiltPage[] = []
      const visit = (node: ts.Node) => {
        if (ts.isPropertyAssignment(node) && node.name.getText() === 'pages') {
          if (!ts.isArrayLiteralExpression(node.initializer))
            throw new Error(`${file}: pages are written out as a list`)
          for (const page of node.initializer.elements) {
            if (!ts.isObjectLiteralExpression(page)) continue
            const help = property(page, 'helpKey')
            found.push({
              where: `${file} ${property(page, 'path')?.getText() ?? ''}`,
              helpKey: help && ts.isStringLiteralLike(help) ? help.text : undefined,
            })
          }
        } else ts.forEachChild(node, visit)
      }
      visit(source)
      return found
    })
}

/** Addresses that only lead on to another page: nobody ever stands there. */
const LEADS_ON = ["renderer/features/office/feature.ts '/settings'"]

const pages = builtPages().filter(({ where }) => !LEADS_ON.includes(where))
const languages = [
  ['bg', readLocale('bg')],
  ['en', readLocale('en')],
] as const

/** One text or a list of paragraphs. */
const helpIn = (texts: Map<string, string>, key: string) =>
  [...texts].flatMap(([own, text]) => (own === key || own.startsWith(`${key}.`) ? [text] : []))

describe('every page', () => {
  test('is found by this test', () => {
    expect(pages.length).toBeGreaterThan(20)
  })

  test('has a help text of its own (F1), in both languages', () => {
    const without = pages.flatMap(({ where, helpKey }) =>
      languages.flatMap(([language, texts]) =>
        helpKey !== undefined && helpIn(texts, helpKey).length > 0
          ? []
          : [`${where} (${language})`],
      ),
    )
    expect(without).toEqual([])
  })

  test('has help that fits on one screen', () => {
    const long = pages.flatMap(({ where, helpKey }) =>
      languages.flatMap(([language, texts]) => {
        const length = helpIn(texts, helpKey ?? '').join(' ').length
        return length > 1100 ? [`${where} (${language}): ${String(length)}`] : []
      }),
    )
    expect(long).toEqual([])
  })
})

test('every list says what to do when it is empty', () => {
  const silent = repositoryFiles()
    .filter((file) => /^renderer\/features\/.*\.tsx$/.test(file))
    .flatMap((file) => {
      const source = ts.createSourceFile(
        file,
        readText(file),
        ts.ScriptTarget.Latest,
        true,
        ts.ScriptKind.TSX,
      )
      const found: string[] = []
      const visit = (node: ts.Node) => {
        const isList =
          (ts.isJsxSelfClosingElement(node) || ts.isJsxOpeningElement(node)) &&
          node.tagName.getText() === 'DataList'
        if (isList) {
          const has = node.attributes.properties.some(
            (one) => ts.isJsxSpreadAttribute(one) || one.name.getText() === 'empty',
          )
          if (!has) found.push(file)
        }
        ts.forEachChild(node, visit)
      }
      visit(source)
      return found
    })
  expect(silent).toEqual([])
})
