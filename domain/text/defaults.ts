/** What a form begins with; the office types over it. */
export const usualCitizenship = 'българско'
export const usualMayorTitle = 'кмет'
