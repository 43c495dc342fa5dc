/** The delivered methodology; its Bulgarian texts are data. */
export { defaultMethodology } from './default-methodology-data.ts'
