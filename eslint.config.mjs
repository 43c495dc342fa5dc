import './scripts/require-node-24.mjs'
import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

const CYRILLIC = '/[\\u0400-\\u04FF]/'
const sentencesBelong =
  'Words that a person reads live in locales/, papers/, domain/text or demo/, never in code.'

export default defineConfig(
  { ignores: ['node_modules', 'dist', 'release', 'coverage', 'test-results', 'playwright-report'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-globals': [
        'error',
        { name: 'alert', message: 'It freezes typing on Windows: use our own dialog.' },
        { name: 'confirm', message: 'It freezes typing on Windows: use our own dialog.' },
        { name: 'prompt', message: 'It freezes typing on Windows: use our own dialog.' },
      ],
      'no-restricted-properties': [
        'error',
        ...['alert', 'confirm', 'prompt'].flatMap((property) =>
          ['window', 'globalThis'].map((object) => ({
            object,
            property,
            message: 'It freezes typing on Windows: use our own dialog.',
          })),
        ),
        {
          object: 'i18n',
          property: 't',
          message: 'renderer/shell/i18n.ts has a `t` that knows the keys.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'electron', message: 'Only electron/desktop knows Electron.' },
            { name: 'better-sqlite3', message: 'The database goes by the name sqlite3.' },
            {
              name: 'react-i18next',
              importNames: ['useTranslation', 'Translation', 'Trans', 'withTranslation'],
              message: 'renderer/shell/use-translation.ts knows the keys.',
            },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: `Literal[value=${CYRILLIC}]`, message: sentencesBelong },
        { selector: `TemplateElement[value.raw=${CYRILLIC}]`, message: sentencesBelong },
        { selector: `JSXText[value=${CYRILLIC}]`, message: sentencesBelong },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // The house is made of plain objects and functions; nothing of ours reads `this` from outside.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      // Event handlers of forms and buttons may be async; their errors end in the query client.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      // These speak for the React Compiler, which is not used: they take every object that carries a
      // ref, as our `useField` does, for the ref itself. The rules of hooks themselves stay.
      'react-hooks/immutability': 'off',
      'react-hooks/purity': 'off',
      'react-hooks/refs': 'off',
      'react-hooks/set-state-in-effect': 'off',
      'react-hooks/static-components': 'off',
    },
  },
  {
    files: ['electron/desktop/**/*.ts', 'renderer/shell/use-translation.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    // Where the untyped `t` of i18next is given its types, and keys that are open are looked up.
    files: ['renderer/shell/{i18n,open-text}.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // Bulgarian as material: papers, texts, invented people, dated data of law and methodology.
    files: [
      'papers/**',
      'demo/**',
      'tests/**',
      'domain/text/**',
      'domain/*/data/**',
      'domain/*/*-data.ts',
      // What law and offices may change, each value with its source quoted.
      'domain/methodologies/default-methodology.ts',
      'domain/settings/catalogue.ts',
      // Letters of points and paragraphs.
      'domain/papers/numbering.ts',
      // The page on which the kit is looked at while it is made; never built into the program.
      'renderer/kit/**',
      '**/*.test.{ts,tsx}',
      '**/testing/**',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.test.{ts,tsx}', '**/testing/**', 'tests/**/*.ts'],
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // They belong to the root project, the files beside them to that of the pure domain. No rule asks
    // here for a type: a program made for them alone would read the whole house once more.
    files: ['domain/**/*.test.ts'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ['**/*.mjs'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: {
        Buffer: 'readonly',
        clearTimeout: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        process: 'readonly',
        setTimeout: 'readonly',
        URL: 'readonly',
      },
    },
  },
)
