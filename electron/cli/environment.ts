/**
 * What the environment says about who is at the keyboard. Read once when the command line starts; the
 * password is taken out at once, so that no child process, worker or dump carries it.
 */
export const environment = {
  /** Empty is what a script leaves that sets it to nothing: not a profile without a name. */
  account: process.env['OPORA_ACCOUNT'] || undefined,
  password: process.env['OPORA_PASSWORD'],
}
delete process.env['OPORA_PASSWORD']
