import type { RunningOffice } from '../office.ts'

/** Opens an office for one story: a prepared one unless another is given. */
export type Open = (office?: Promise<RunningOffice>) => Promise<RunningOffice>
