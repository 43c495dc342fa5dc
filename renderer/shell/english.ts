/** English texts by namespace: most offices never ask for them, so they are a file of their own. */
export const english = import.meta.glob<Record<string, unknown>>('../../locales/en/*.json', {
  eager: true,
  import: 'default',
})
