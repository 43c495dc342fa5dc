/**
 * Imported first by main.tsx, because import order counts: react-remove-scroll makes a style element
 * of its own when it is loaded, which the content security policy lets through with a nonce only;
 * zod would try `new Function`, which it refuses. No schema may come with the first file of the page:
 * the bundler could run it ahead of this.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')

/** The nonce of this answer; the attribute itself is hidden from scripts, the property is not. */
export const styleNonce = meta?.nonce ?? ''

Object.assign(globalThis, { __webpack_nonce__: styleNonce })
