import { z } from 'zod'

/**
 * Imported first by main.tsx, because import order counts: react-remove-scroll makes a style element
 * of its own when it is loaded, which the content security policy lets through with a nonce only.
 * That zod must not try `new Function` is said even earlier, by public/before.js, because shared
 * chunks run ahead of this one; here it is said again for pages without that file.
 */
z.config({ jitless: true })

const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')

/** The nonce of this answer; the attribute itself is hidden from scripts, the property is not. */
export const styleNonce = meta?.nonce ?? ''

Object.assign(globalThis, { __webpack_nonce__: styleNonce })
