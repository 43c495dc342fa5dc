import { beginAnew } from './counters.ts'

beginAnew()
