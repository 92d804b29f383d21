import { headerKey, tidy } from '../../text.ts'

/** How subjects are shortened; each stands for the subject's full name. */
const SUBJECTS: readonly (readonly [RegExp, string])[] = [
  [/^нач(\.|альные|альных)? ?(кл(\.|ассы|ассов)?|шк(\.|ола)?)?$/, 'Начальные классы'],
  [/^рус(\.|ский|ского)? ?яз(\.|ык|ыка)?$/, 'Русский язык'],
  [/^лит(\.|-ра|-ры|ература|ературы|-ре)?$/, 'Литература'],
  [/^мат(\.|ем\.?|-ка|-ки|ематика|ематики)?$/, 'Математика'],
  [/^алг(\.|ебра|ебры)$/, 'Алгебра'],
  [/^геом(\.|етрия|етрии)$/, 'Геометрия'],
  [/^физ(ика|ики|-ка)$/, 'Физика'],
  [/^хим(\.|ия|ии)$/, 'Химия'],
  [/^био(\.|л\.?|логия|логии)$/, 'Биология'],
  [/^гео(\.|гр\.?|графия|графии)$/, 'География'],
  [/^инф(\.|орм\.?|орматика|орматики|-ка)( и икт)?$/, 'Информатика'],
  [/^ист(\.|ория|ории)$/, 'История'],
  [/^общ(\.|ество|еств\.?|ествозн\.?|ествознание|ествознания|-ние)$/, 'Обществознание'],
  [/^англ(\.|ийский|ийского)? ?(яз(\.|ык|ыка)?)?$/, 'Английский язык'],
  [/^нем(\.|ецкий|ецкого)? ?(яз(\.|ык|ыка)?)?$/, 'Немецкий язык'],
  [/^фр(\.|анц\.?|анцузский|анцузского)? ?(яз(\.|ык|ыка)?)?$/, 'Французский язык'],
  [/^ин(\.|остр\.?|остранный|остранного)? ?яз(\.|ык|ыка)?$/, 'Иностранный язык'],
  [
    /^(физ-?ра|физ(\.|о)?|физ(\.|ическая|ической)? ?культ?(\.|ура|уры)?|физкультура|физкультуры|фк)$/,
    'Физическая культура',
  ],
  [/^изо?(\.|бразительное искусство)?$/, 'Изобразительное искусство'],
  [/^муз(\.|ыка|ыки)$/, 'Музыка'],
  [/^технол?(\.|огия|огии)$/, 'Технология'],
  [/^(технология \(труд\)|труд \(технология\)|труд)$/, 'Труд (технология)'],
  [/^обж$/, 'ОБЖ'],
  [/^обзр$/, 'ОБЗР'],
  [/^орксэ$/, 'ОРКСЭ'],
  [/^(астр(\.|ономия|ономии))$/, 'Астрономия'],
  [/^экон(\.|омика|омики)$/, 'Экономика'],
]

export type KnownSubjects = (key: string) => string | undefined

/** The full name of a subject; one the district's list has stays as it is there. */
export function subjectOf(text: string, known: KnownSubjects): string | undefined {
  const key = headerKey(text).replace(/\s*\.\s*$/, (dot) => dot.trim())
  return known(key) ?? SUBJECTS.find(([pattern]) => pattern.test(key))?.[1]
}

/**
 * The subjects of a cell with commas between, each by its full name. Semicolons and lines always part them; a slash and
 * «и» only where each side is a subject of its own: «изобразительное искусство и черчение» may be one.
 */
export function repairSubjects(text: string, known: KnownSubjects): string {
  const parts = text.split(/[,;\n]+/).flatMap((part) => parted(tidy(part), known))
  return [...new Set(parts.filter((part) => part !== ''))].join(', ')
}

function parted(part: string, known: KnownSubjects): readonly string[] {
  const whole = subjectOf(part, known)
  if (whole !== undefined) return [whole]
  const sides = part.split(/\s*[/+&]\s*|\s+и\s+/).map((side) => subjectOf(side, known))
  const all = sides.filter((side) => side !== undefined)
  return sides.length > 1 && all.length === sides.length ? all : [part]
}
