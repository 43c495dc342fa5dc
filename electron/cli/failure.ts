/** A command cannot go on; the message is the one line that is printed. */
export class CommandFailed extends Error {
  override name = 'CommandFailed'
}
