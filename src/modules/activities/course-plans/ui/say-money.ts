import { sayCount } from '../../../../web/formats.ts'
import type { Language } from '../../../../web/words.ts'

/** `4 500,5 ₽`, with no-break blanks. */
export const sayMoney = (roubles: number, language: Language): string => `${sayCount(roubles, language)}\u00a0₽`
