import { z } from 'zod'

/** An account holds a set of these (design: six roles). */
export const roles = [
  'administrator',
  'head',
  'socialWorker',
  'coordinator',
  'clerk',
  'accountant',
] as const
export type Role = (typeof roles)[number]

export const roleSchema = z.enum(roles)
export const roleSetSchema = z
  .array(roleSchema)
  .min(1, 'rolesRequired')
  .refine((set) => new Set(set).size === set.length, 'rolesTwice')
