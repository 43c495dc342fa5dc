import { runHalf } from './rounds.ts'

runHalf(1)
