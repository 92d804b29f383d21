import i18next, { type i18n } from 'i18next'

export const LANGUAGES = ['ru', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Words of a module: the same keys in both languages; nested objects, plurals by i18next's suffixes. */
export type Words = { readonly [key: string]: string | Words }
export type Messages = { readonly ru: Words; readonly en: Words }

export type Translator = {
  /** `key` is `<module>:<path.of.words>`. An unknown key comes back as it is; a test holds that none is unknown. */
  say(language: Language, key: string, params?: Readonly<Record<string, unknown>>): string
  has(key: string): boolean
}

/** One catalogue for server and web: a namespace per module. */
export function createTranslator(modules: Readonly<Record<string, Messages>>): Translator {
  const instance: i18n = i18next.createInstance()
  const namespaces = Object.keys(modules)
  instance.init({
    lng: 'ru',
    fallbackLng: false,
    supportedLngs: LANGUAGES,
    ns: namespaces,
    defaultNS: namespaces[0] ?? 'platform',
    resources: {
      ru: Object.fromEntries(Object.entries(modules).map(([name, m]) => [name, m.ru])),
      en: Object.fromEntries(Object.entries(modules).map(([name, m]) => [name, m.en])),
    },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  const fixed = { ru: instance.getFixedT('ru'), en: instance.getFixedT('en') }
  return {
    say: (language, key, params) => String(fixed[language](key, params ?? {})),
    has: (key) => instance.exists(key, { lng: 'ru' }) && instance.exists(key, { lng: 'en' }),
  }
}

/** The reader's language: that of the profile, else the first of Accept-Language we speak, else Russian. */
export function chooseLanguage(profile: Language | undefined, acceptLanguage: string | undefined): Language {
  if (profile !== undefined) return profile
  const wanted = (acceptLanguage ?? '').slice(0, 200).split(',')
  for (const entry of wanted) {
    const tag = entry.trim().slice(0, 2).toLowerCase()
    if (tag === 'ru' || tag === 'en') return tag
  }
  return 'ru'
}
