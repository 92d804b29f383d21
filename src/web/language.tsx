import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { type Language, type WebWords, WORDS } from './words.ts'

type Chosen = { readonly language: Language; readonly words: WebWords; choose(language: Language): void }

const LanguageContext = createContext<Chosen>({ language: 'ru', words: WORDS.ru, choose: () => {} })

/** The reader's language: as chosen in this browser, else as the browser asks; Russian first. */
export function LanguageProvider({ children }: { children: ReactNode }): ReactNode {
  const [language, choose] = useState<Language>(remembered)
  useEffect(() => {
    document.documentElement.lang = language
    localStorage.setItem('language', language)
  }, [language])
  document.documentElement.lang = language
  return <LanguageContext value={{ language, words: WORDS[language], choose }}>{children}</LanguageContext>
}

export const useLanguage = (): Chosen => useContext(LanguageContext)

function remembered(): Language {
  const kept = localStorage.getItem('language')
  if (kept === 'ru' || kept === 'en') return kept
  return navigator.language.startsWith('en') ? 'en' : 'ru'
}
