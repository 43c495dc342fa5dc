import { preparedFolder } from './office.ts'

/** Made before the tests begin: two of them at once would each make their own and wait for both. */
export default async function beforeAll(): Promise<void> {
  await preparedFolder()
}
