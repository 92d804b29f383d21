import { headerKey } from '../../text.ts'
import { type KnownSubjects, repairSubjects, subjectOf } from './subjects.ts'

/** The classifier of a district: the name of a position by its own name or an alias, as `headerKey`. */
export type KnownPositions = (key: string) => string | undefined

export type MeantPosition = { readonly position: string; readonly subjects?: string }

/** Words that positions are shortened by, in their order. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/(^|[\s-])(учит|уч-ль|уч)\.?(?=[\s-]|$)/g, '$1учитель'],
  [/(^|[\s-])учительница(?=[\s-]|$)/g, '$1учитель'],
  [/(^|\s)(воспит|восп|воспитательница)\.?(?=\s|$)/g, '$1воспитатель'],
  [/(^|\s)ст\.?\s(?=воспитател)/g, '$1старший '],
  [/(^|[\s-])(преп|препод)\.?(?=[\s-]|$)/g, '$1преподаватель'],
  [/(^|[\s-])(пед|педаг)\.?(?=[\s-]|$)/g, '$1педагог'],
  [/(^|[\s-])(псих|психол)\.?(?=[\s-]|$)/g, '$1психолог'],
  [/(^|[\s-])(лог|логоп)\.?(?=[\s-]|$)/g, '$1логопед'],
  [/(^|[\s-])(деф|дефект)\.?(?=[\s-]|$)/g, '$1дефектолог'],
  [/(^|[\s-])(орг|организ)\.?(?=[\s-]|$)/g, '$1организатор'],
  [/(^|[\s-])(библ|библиот)\.?(?=[\s-]|$)/g, '$1библиотекарь'],
  [/(^|\s)(соц|социал)\.?(?=\s|$)/g, '$1социальный'],
  [/(^|\s)(муз|музык)\.?(?=\s|$)/g, '$1музыкальный'],
  [/(^|\s)(рук|рук-ль|руковод)\.?(?=\s|$)/g, '$1руководитель'],
  [/(^|\s)инстр\.?(?=\s|$)/g, '$1инструктор'],
  [/(^|\s)доп\.?(?=\s|$)/g, '$1дополнительного'],
  [/(^|\s)(обр|обр-я|образ|образов)\.?(?=\s|$)/g, '$1образования'],
  [/(^|\s)(зам|замест)\.?(?=\s|$)/g, '$1заместитель'],
  [/(^|\s)(дир|дир-ра|директ)\.?(?=\s|$)/g, '$1директора'],
  [/(^|\s)(зав|заведующая)\.?(?=\s|$)/g, '$1заведующий'],
  [/(^|\s)пом\.?(?=\s|$)/g, '$1помощник'],
  [/помощник воспитатель$/g, 'помощник воспитателя'],
  [/(^|\s)(конц|концерт)\.?(?=\s|$)/g, '$1концертмейстер'],
  [/(^|\s)(секр|сек)\.?(?=\s|$)/g, '$1секретарь'],
  [/(^|\s)бух\.?(?=\s|$)/g, '$1бухгалтер'],
  [/(^|\s)метод\.?(?=\s|$)/g, '$1методист'],
  [/(^|\s)п\/о(?=\s|$)/g, '$1производственного обучения'],
]

/** Positions that files tell more of than the classifier: what follows is its own matter and stays with the remark. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(директора )?заместитель( директора)?( школы| гимназии| лицея)?( по .+| \(.+\))?$/, 'заместитель директора'],
  [/^замдиректора( по .+)?$/, 'заместитель директора'],
  [/^(директора?|и\.?о\.? директора)( школы| гимназии| лицея| оу| оо| гбоу.*)?$/, 'директор'],
  [/^заведующий( доу| доо| гбдоу.*| детским садом| д\/с)?$/, 'заведующий'],
  [/^учитель[- ]?логопед( .+)?$|^логопед$/, 'учитель-логопед'],
  [/^учитель[- ]?дефектолог( .+)?$|^дефектолог$/, 'учитель-дефектолог'],
  [/^педагог[- ]?психолог( .+)?$/, 'педагог-психолог'],
  [/^социальный педагог$|^соцпедагог$/, 'социальный педагог'],
  [/^педагог[- ]?организатор( .+)?$/, 'педагог-организатор'],
  [/^педагог[- ]?библиотекарь$/, 'педагог-библиотекарь'],
  [
    /^(педагог до|педагог дополнительного образования|педагог допобразования|пдо)( .+| \(.+\))?$/,
    'педагог дополнительного образования',
  ],
  [/^музыкальный руководитель$|^музрук(оводитель)?$/, 'музыкальный руководитель'],
  [
    /^(инструктор( по)?|рук.*) (физ\.?|физо|фк|физ-?ре|физкультуре|физической культуре|физ\.? ?культуре|физвоспитанию)$/,
    'инструктор по физической культуре',
  ],
  [/^преподаватель[- ]организатор( обж| обзр| основ .+)?$/, 'преподаватель-организатор ОБЗР'],
  [/^мастер производственного обучения( .+)?$/, 'мастер производственного обучения'],
  [/^старший воспитатель( .+)?$/, 'старший воспитатель'],
  [/^воспитатель( гпд| в гпд| группы .+| .+ группы| \(.+\)| доу| доо| детского сада)$/, 'воспитатель'],
]
const TEACHER = /^учитель[\s-]+(?:по\s+)?\(?(.+?)\)?$/

/**
 * The position of the classifier that an abbreviated text means, and for a teacher of something the subjects. Undefined
 * where the classifier has the text itself, or nothing that is surely meant.
 */
export function positionOf(text: string, known: KnownPositions, subjects: KnownSubjects): MeantPosition | undefined {
  const key = headerKey(text)
  if (known(key) !== undefined) return undefined
  const inFull = WORDS.reduce((said, [pattern, word]) => said.replace(pattern, word), spaced(key)).trim()
  const own = known(inFull)
  if (own !== undefined) return { position: own }
  const kind = KINDS.find(([pattern]) => pattern.test(inFull))
  if (kind !== undefined) return named(kind[1], known)
  const teacher = TEACHER.exec(inFull)
  const taught = teacher && taughtIn(teacher[1] ?? '', subjects)
  if (!taught) return undefined
  const position = named('учитель', known)
  return position && { ...position, subjects: taught }
}

/** A position that the classifier of the district lacks is nobody's to invent. */
function named(position: string, known: KnownPositions): MeantPosition | undefined {
  const own = known(headerKey(position))
  return own === undefined ? undefined : { position: own }
}

/** «зам.дир.» has no blanks where words end. */
const spaced = (key: string): string => key.replace(/\.(?=[а-я(])/g, '. ').replace(/\s+/g, ' ')

function taughtIn(text: string, known: KnownSubjects): string | undefined {
  const subjects = repairSubjects(text.replace(/(рус|англ|нем|фр|ин|нач|физ)\. /g, '$1.'), known)
  const parts = subjects.split(', ')
  return parts.every((part) => subjectOf(part, known) === part) && subjects !== '' ? subjects : undefined
}
