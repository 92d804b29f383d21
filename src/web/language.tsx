import { createContext, type ReactNode, useContext, useLayoutEffect, useState } from 'react'
import type { Language, Words } from './words.ts'

type Chosen = { readonly language: Language; choose(language: Language): void }

const LanguageContext = createContext<Chosen>({ language: 'ru', choose: () => {} })

/** The reader's language: as chosen in this browser, else as the browser asks; Russian first. */
export function LanguageProvider({ children }: { children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState<Language>(remembered)
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  // Requests made while the page is first drawn ask in this language already.
  document.documentElement.lang = language
  const choose = (chosen: Language): void => {
    localStorage.setItem('language', chosen)
    setLanguage(chosen)
  }
  return <LanguageContext value={{ language, choose }}>{children}</LanguageContext>
}

export const useLanguage = (): Chosen => useContext(LanguageContext)

export function useWords<W>(words: Words<W>): W {
  return words[useLanguage().language]
}

function remembered(): Language {
  const kept = localStorage.getItem('language')
  if (kept === 'ru' || kept === 'en') return kept
  return navigator.language.startsWith('en') ? 'en' : 'ru'
}
