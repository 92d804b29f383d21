import { fileURLToPath } from 'node:url'

const file = (address: string): string => fileURLToPath(address)

/** The faces of printed documents, shipped with the product (ParaType, SIL Open Font License 1.1). */
export const FONT_FILES: readonly string[] = [
  file(import.meta.resolve('@expo-google-fonts/pt-serif/400Regular/PTSerif_400Regular.ttf')),
  file(import.meta.resolve('@expo-google-fonts/pt-serif/400Regular_Italic/PTSerif_400Regular_Italic.ttf')),
  file(import.meta.resolve('@expo-google-fonts/pt-serif/700Bold/PTSerif_700Bold.ttf')),
  file(import.meta.resolve('@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf')),
  file(import.meta.resolve('@expo-google-fonts/pt-sans/400Regular_Italic/PTSans_400Regular_Italic.ttf')),
  file(import.meta.resolve('@expo-google-fonts/pt-sans/700Bold/PTSans_700Bold.ttf')),
]
