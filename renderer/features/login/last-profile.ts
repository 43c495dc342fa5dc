const place = 'opora.profile'

/** The profile that logged in last on this computer; its slot id only, no name. */
export function lastProfile(): string | undefined {
  try {
    return localStorage.getItem(place) ?? undefined
  } catch {
    return undefined
  }
}

export function rememberProfile(slotId: string) {
  try {
    localStorage.setItem(place, slotId)
  } catch {
    // Without storage the first profile is offered next time.
  }
}
