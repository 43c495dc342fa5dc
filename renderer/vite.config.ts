import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'

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
    rolldownOptions: { input: path.resolve(import.meta.dirname, 'index.html') },
  },
  worker: { format: 'es' },
} satisfies UserConfig

export default defineConfig(rendererBuild)
