export type Language = 'ru' | 'en'

/** The words of a page in both languages, said alike. */
export type Words<W> = { readonly ru: W; readonly en: W }

/** Russian first; the compiler holds that the English says everything it says. */
export function defineWords<W>(ru: W, en: NoInfer<W>): Words<W> {
  return { ru, en }
}
