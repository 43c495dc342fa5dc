import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'

/**
 * What the log-in needs is one file, what several pages share another: a hundred small ones cost more
 * to fetch than to run. Every page keeps its own.
 */
export const chunks = {
  groups: [
    { name: 'start', tags: ['$initial' as const], priority: 3 },
    { name: 'shared', minShareCount: 2, priority: 1 },
  ],
}

/** The page's build; shared by the desktop build and by plain Vite. */
export const rendererBuild = {
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    outDir: path.resolve(import.meta.dirname, '../dist/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    minify: true,
    // A small font inlined as a data: URL would break font-src 'self'.
    assetsInlineLimit: 0,
    // The preload helper writes an inline <style>/<link>; Chromium needs none of it.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: path.resolve(import.meta.dirname, 'index.html'),
      output: { codeSplitting: chunks },
    },
  },
  worker: { format: 'es' },
} satisfies UserConfig

export default defineConfig(rendererBuild)
