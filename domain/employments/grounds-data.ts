import type { CatalogueEntry } from './catalogue.ts'
import type { EmploymentKind } from './schema.ts'

type Shipped = readonly [id: string, kind: EmploymentKind, article: string, name: string]

/**
 * On what a contract ends. None is ever proposed: whether work is „done“ was fought over in court, so a
 * person chooses each time. The articles were not read in the law itself; the office confirms them.
 */
const shipped: readonly Shipped[] = [
  ['mutualConsent', 'labour', 'чл. 325, ал. 1, т. 1 от КТ', 'по взаимно съгласие на страните'],
  ['termOver', 'labour', 'чл. 325, ал. 1, т. 3 от КТ', 'с изтичане на уговорения срок'],
  ['workDone', 'labour', 'чл. 325, ал. 1, т. 4 от КТ', 'със завършване на определената работа'],
  ['unfit', 'labour', 'чл. 325, ал. 1, т. 9 от КТ', 'при невъзможност да се изпълнява работата поради болест'],
  ['death', 'labour', 'чл. 325, ал. 1, т. 11 от КТ', 'със смъртта на работника или служителя'],
  ['noticeByEmployee', 'labour', 'чл. 326, ал. 1 от КТ', 'с предизвестие от работника или служителя'],
  ['atOnceByEmployee', 'labour', 'чл. 327 от КТ', 'от работника или служителя без предизвестие'],
  ['jobsCut', 'labour', 'чл. 328, ал. 1, т. 2 от КТ', 'при закриване на част от предприятието или съкращаване на щата'],
  ['lessWork', 'labour', 'чл. 328, ал. 1, т. 3 от КТ', 'при намаляване на обема на работа'],
  ['pension', 'labour', 'чл. 328, ал. 1, т. 10 от КТ', 'при придобито право на пенсия'],
  ['discipline', 'labour', 'чл. 330, ал. 2, т. 6 от КТ', 'с дисциплинарно уволнение'],
  ['paidOffer', 'labour', 'чл. 331 от КТ', 'по предложение на работодателя срещу обезщетение'],
  ['probation', 'labour', 'чл. 71, ал. 1 от КТ', 'в срока за изпитване'],
  ['additionalNotice', 'labour', 'чл. 334, ал. 1 от КТ', 'с 15-дневно предизвестие на допълнителен трудов договор'],
  ['civilDone', 'civil', 'чл. 258 и сл. от ЗЗД', 'с приемане на работата'],
  ['civilConsent', 'civil', 'чл. 20а, ал. 2 от ЗЗД', 'по взаимно съгласие на страните'],
  ['civilWithdrawn', 'civil', 'чл. 268 от ЗЗД', 'с отказ от договора от страна на възложителя'],
  ['civilMandate', 'civil', 'чл. 287 от ЗЗД', 'с оттегляне на поръчката или отказ от нея'],
  ['civilBreach', 'civil', 'чл. 87 от ЗЗД', 'с разваляне поради неизпълнение'],
] // prettier-ignore

export const shippedGrounds: readonly CatalogueEntry[] = shipped.map(([id, kind, code, name]) => ({
  part: 'ground',
  id,
  kind,
  code,
  name,
  givesHelp: false,
  duties: null,
  source: null,
  validFrom: null,
  validTo: null,
  certainty: 'U',
}))

/** The grounds that follow a death; its day is then the last one. */
export const groundOfDeath = 'death'
