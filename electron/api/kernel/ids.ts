import { z } from 'zod'
import { linesField } from '#domain/text/fields.ts'
import { idSchema } from '#domain/text/id.ts'

/** Id of a record. */
export const id = idSchema

/** Which save of a record the page knows. */
export const version = z.int().min(1)

/** The record a step is taken on, as the page knows it. */
export const which = z.object({ id, version })

/** What a person typed to say why; whether there must be one is for the rule to say. */
export const reason = linesField(2000)

/** The same where a paper prints it beside other lines. */
export const shortReason = linesField(1000)
