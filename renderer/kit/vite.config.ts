import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = import.meta.dirname

/** The parts of the interface on a page of their own, for development; never part of the product. */
export default defineConfig({
  root: here,
  base: './',
  plugins: [
    react(),
    {
      name: 'kit-pages',
      enforce: 'pre',
      // The frame of the kit shows the kit's own pages instead of the office's features.
      resolveId: (source, importer) =>
        importer && !importer.startsWith(here) && /(?:^|\/)routes\.ts$/.test(source)
          ? path.join(here, 'routes.ts')
          : null,
    },
  ],
  build: {
    outDir: path.resolve(here, '../../node_modules/.cache/opora-kit'),
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
})
