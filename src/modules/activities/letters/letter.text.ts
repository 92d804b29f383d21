import type { Services } from '../../../platform/services.ts'
import { siteAddress } from '../../identity/index.ts'
import type { LetterKind } from './letters.repo.ts'
import type { ReadyLetter } from './letters.sending.repo.ts'
import { localOf } from './quiet.ts'

/** What is past, or does not take place. */
const WITHOUT_PLACE: readonly LetterKind[] = ['cancelled', 'feedback', 'feedback_later']

type Text = { readonly subject: string; readonly text: string }

/** What a letter says, in the language of its reader and the time of the district. */
export function letterOf(
  { translator, settings }: Pick<Services, 'translator' | 'settings'>,
  letter: ReadyLetter,
): Text {
  const { kind, event, title, organiser, place, words, cancelledFor, request } = letter
  const language = letter.language ?? 'ru'
  const site = siteAddress(settings)
  const said = { title, organiser, when: whenOf(letter), place, reason: cancelledFor ?? '' }
  const say = (key: string, more: object = {}): string =>
    translator.say(language, `activities:letters.${key}`, { ...said, ...more })
  const parts = [
    say(`${kind}.text`),
    place === null || WITHOUT_PLACE.includes(kind) ? '' : say('place'),
    words,
    say(`${kind}.todo`, { link: `${site}${request === null ? `/events/${event}` : `/feedback/${request}`}` }),
    say(kind === 'invitation' ? 'unwanted' : 'settings', { link: `${site}/my/calendar` }),
  ]
  return { subject: say(`${kind}.subject`), text: parts.filter((part) => part !== '').join('\n\n') }
}

/** `25.11.2026, 15:00`, or the day of an event without hours. */
function whenOf({ begins, day, zone, language }: ReadyLetter): string {
  const local = begins === null ? { day, time: '' } : localOf(begins, zone)
  const said = local.day
    .split('-')
    .reverse()
    .join(language === 'en' ? '/' : '.')
  return local.time === '' ? said : `${said}, ${local.time}`
}
