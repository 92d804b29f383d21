import type { Language, Translator } from '../../platform/messages.ts'

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** Says what a module wrote down in codes; days in ISO become `31.12.2025` in Russian and `31/12/2025` in English. */
export function sayTold(
  translator: Translator,
  language: Language,
  key: string,
  details: Readonly<Record<string, string | number>>,
): string {
  const said = Object.entries(details).map(([name, value]) => [name, sayValue(value, language)])
  return translator.say(language, key, Object.fromEntries(said))
}

function sayValue(value: string | number, language: Language): string | number {
  if (typeof value === 'number') return value
  return value.replace(DAY, language === 'ru' ? '$3.$2.$1' : '$3/$2/$1')
}
