/** Errors of the keyring. None carries a password, a code or a key. */
export abstract class KeyringError extends Error {}

/** Neither copy of the keyring can be read. */
export class KeyringMissing extends KeyringError {
  readonly damaged: boolean
  constructor(damaged: boolean) {
    super(damaged ? 'both copies of the keyring are damaged' : 'there is no keyring')
    this.damaged = damaged
  }
}

/** Written by a later version of the program. */
export class KeyringNewer extends KeyringError {
  constructor() {
    super('the keyring was written by a later version')
  }
}

export class WrongPassword extends KeyringError {
  constructor() {
    super('the password does not open the slot')
  }
}

export class SlotMissing extends KeyringError {
  constructor() {
    super('no such slot in the keyring')
  }
}

/** The slot asks for a weaker (or a monstrous) password hash than this program accepts. */
export class SlotParametersRefused extends KeyringError {
  constructor() {
    super('the parameters of the slot are refused')
  }
}

/** The slot is not the one that the database knows: it was put into the file by hand. */
export class SlotForged extends KeyringError {
  constructor() {
    super('the database does not know this slot')
  }
}
