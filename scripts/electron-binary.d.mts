export function findElectron(): string | undefined
export function hasDisplay(): boolean
export function fetchElectron(seconds: number): Promise<string | undefined>
