import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Loaded before anything else in a process: a password is hashed in a millisecond. The keyring says
 * what it always says; who reads it without this does not get in. Each log-in of the program costs
 * most of a second on purpose, and a test of the command line makes ten of them.
 */
const real = crypto.scrypt

crypto.scrypt = (password, salt, length, options, done) => {
  real(password, salt, length, { ...options, N: 2 ** 10 }, done)
}
syncBuiltinESMExports()
