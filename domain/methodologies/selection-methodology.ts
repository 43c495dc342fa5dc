/** The delivered card for selecting assistants; its Bulgarian texts are data. */
export { selectionMethodology } from './selection-methodology-data.ts'
