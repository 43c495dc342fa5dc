import { intakeInput } from './application-data.ts'
import { click, openOffice } from './office.ts'

/** An office with who takes applications in, who leads the cases and who decides. */
export async function openApplicationDesk() {
  const running = await openOffice()
  const clerk = await running.as('clerk')
  const worker = await running.as('socialWorker')
  const head = await running.as('head')

  const take = (own: Parameters<typeof intakeInput>[0] = {}) =>
    clerk.applications.create(click(intakeInput(own)))

  return { running, clerk, worker, head, take }
}
export type ApplicationDesk = Awaited<ReturnType<typeof openApplicationDesk>>
