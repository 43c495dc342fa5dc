import { createStore } from '#renderer/shell/store.ts'

/** What was looked for and not found: the form of the new person begins with it. Never in an address. */
export const nameForNewPerson = createStore('')

export interface NamesTyped {
  idNumber?: string
  firstName?: string
  middleName?: string
  lastName?: string
}

/** „Иван Петров Георгиев“ by places; ten digits are a number; anything else is no name. */
export function namesIn(text: string): NamesTyped {
  const words = text.trim().split(/\s+/u).filter(Boolean)
  const digits = words.find((word) => /^\d{10}$/.test(word))
  const names = words
    .filter((word) => /^[\p{L}’'-]+$/u.test(word))
    .map((word) => word.charAt(0).toLocaleUpperCase('bg') + word.slice(1))
  const [first, second, third] = names
  return {
    ...(digits ? { idNumber: digits } : {}),
    ...(first ? { firstName: first } : {}),
    ...(third ? { middleName: second ?? '', lastName: third } : second ? { lastName: second } : {}),
  }
}
