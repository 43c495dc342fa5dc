import { expiringList } from '#domain/expiring/list.ts'
import { defineList } from '../kernel/lists.ts'
import { expiringSource } from './list.ts'

/** „Изтича“: what ends for whom the office cares, for 30, 60 and 90 days ahead. */
export default defineList(expiringList, expiringSource)
