import manifest from '../../package.json' with { type: 'json' }

/** Version of the program, as in its installer. */
export const version: string = manifest.version
