import { z } from 'zod'
import { linesField } from '#domain/text/fields.ts'

/** Id of a record. */
export const id = z.string().min(1).max(64)

/** Which save of a record the page knows. */
export const version = z.int().min(1)

/** The record a step is taken on, as the page knows it. */
export const which = z.object({ id, version })

/** What a person typed to say why; whether there must be one is for the rule to say. */
export const reason = linesField(2000)

/** The same where a paper prints it beside other lines. */
export const shortReason = linesField(1000)
