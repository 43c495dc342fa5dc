import { z } from 'zod'

/**
 * Imported first by main.tsx, because import order counts: zod tries `new Function` when the first
 * schema is made, and react-remove-scroll makes a style element of its own when it is loaded.
 * Either would break the content security policy.
 */
z.config({ jitless: true })

const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')

/** The nonce of this answer; the attribute itself is hidden from scripts, the property is not. */
export const styleNonce = meta?.nonce ?? ''

Object.assign(globalThis, { __webpack_nonce__: styleNonce })
