// Runs before every module of the page. The bundler may evaluate a shared part, with schemas in it,
// ahead of the entry's own first line; zod would then try `new Function`, which the content security
// policy refuses.
globalThis.__zod_globalConfig = { jitless: true }
