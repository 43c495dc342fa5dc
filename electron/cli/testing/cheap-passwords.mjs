import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { promisify } from 'node:util'

/**
 * Loaded before anything else in a process: a password is hashed in a millisecond, the pair of keys of
 * an account made in ten. The keyring says what it always says; who reads it without this does not get
 * in. Each log-in of the program costs most of a second on purpose, and a test of the command line or
 * in the browser makes ten of them.
 */
const { scrypt: hash, generateKeyPair: makeKeyPair } = crypto

crypto.scrypt = (password, salt, length, options, done) => {
  hash(password, salt, length, { ...options, N: 2 ** 10 }, done)
}
const small = (options) => ({ ...options, modulusLength: 1024 })
crypto.generateKeyPair = (type, options, done) => {
  makeKeyPair(type, small(options), done)
}
Object.defineProperty(crypto.generateKeyPair, promisify.custom, {
  value: (type, options) => promisify(makeKeyPair)(type, small(options)),
})
syncBuiltinESMExports()
