import sofiaRegular from '@expo-google-fonts/sofia-sans/400Regular/SofiaSans_400Regular.ttf?inline'
import sofiaItalic from '@expo-google-fonts/sofia-sans/400Regular_Italic/SofiaSans_400Regular_Italic.ttf?inline'
import sofiaSemiBold from '@expo-google-fonts/sofia-sans/600SemiBold/SofiaSans_600SemiBold.ttf?inline'
import sofiaBold from '@expo-google-fonts/sofia-sans/700Bold/SofiaSans_700Bold.ttf?inline'

/**
 * The fonts of every paper, as bytes. Sofia Sans has the Bulgarian letter forms and comes inside the
 * program, so a paper looks the same on every machine.
 */
export function fontBytes(): Uint8Array[] {
  return [sofiaRegular, sofiaItalic, sofiaSemiBold, sofiaBold].map(
    (url) => new Uint8Array(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
  )
}
