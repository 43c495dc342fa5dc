import sofiaRegular from '@expo-google-fonts/sofia-sans/400Regular/SofiaSans_400Regular.ttf?inline'
import sofiaBold from '@expo-google-fonts/sofia-sans/700Bold/SofiaSans_700Bold.ttf?inline'

/**
 * The fonts of every paper, as bytes: two weights, since each is cut and packed anew for every
 * paper. Sofia Sans has the Bulgarian letter forms and comes inside the program, so a paper looks
 * the same on every machine.
 */
export function fontBytes(): Uint8Array[] {
  return [sofiaRegular, sofiaBold].map(
    (url) => new Uint8Array(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
  )
}
