/**
 * Very common Russian surnames, given names and patronymics, combined at random: whoever comes out is nobody. Names of
 * the programmes the product was made after are left out (test/demo/names.test.ts).
 */
const SURNAMES =
  `Александров Алексеев Андреев Антонов Афанасьев Баранов Белов Белый Беляев Березин Бирюков Блинов Бобров
Богданов Большаков Борисов Виноградов Власов Волков Воробьёв Гаврилов Голубев Горбунов Гордеев Горский Громов Гусев
Давыдов Данилов Дементьев Денисов Дмитриев Дорофеев Доронин Дубровский Дьячков Евсеев Егоров Елисеев Емельянов Ермаков
Ершов Ефимов Жданов Жуков Журавлёв Зайцев Захаров Зимин Зорин Зуев Зыков Иванов Игнатов Ильин Исаев Калинин Карпов
Киселёв Климов Ковалёв Козлов Колесников Комаров Кондратьев Копылов Королёв Костин Котов Кравченко Краснов Крылов
Кудрявцев Кузнецов Куликов Лавров Лазарев Логинов Лукин Макаров Максимов Малинин Мальцев Маркин Мартынов Маслов Матвеев
Мельников Миронов Михайлов Моисеев Молчанов Морозов Назаров Никитин Николаев Новиков Носков Овчинников Орлов Осипов
Павлов Панов Пахомов Петров Поляков Попов Потапов Прохоров Пугачёв Раевский Родионов Романов Рыбаков Рябов Савельев
Савин Самсонов Сафонов Селезнёв Семёнов Сергеев Сидоров Симонов Ситников Соболев Соколов Соловьёв Сомов Сорокин Степанов
Судаков Суворов Тарасов Терентьев Тимофеев Титов Тихомиров Тихонов Токарев Трофимов Уваров Устинов Фадеев Фёдоров Филатов
Фомин Фролов Хохлов Цветков Чернов Чернышёв Чистяков Шапошников Шевченко Широков Шубин Щербаков Юдин Яковлев Ткаченко
Бондаренко Мельничук Ахметов Гарипов Хабибуллин Саркисян Алиев Ким`.split(/\s+/)

type Generation = 'elder' | 'middle' | 'young'

const WOMEN: Readonly<Record<Generation, readonly string[]>> = {
  elder: 'Валентина Галина Людмила Нина Тамара Лидия Надежда Вера Любовь Раиса Зоя Татьяна Ольга Наталья'.split(' '),
  middle:
    'Елена Ольга Наталья Татьяна Ирина Светлана Марина Юлия Оксана Людмила Анна Екатерина Лариса Инна Виктория Жанна Алла Вера Надежда'.split(
      ' ',
    ),
  young:
    'Анастасия Мария Дарья Екатерина Ксения Полина Алина Виктория Анна Елизавета Кристина Юлия Валерия Софья Алёна Арина Диана Яна Вероника'.split(
      ' ',
    ),
}

const MEN: Readonly<Record<Generation, readonly string[]>> = {
  elder: 'Александр Владимир Николай Виктор Анатолий Юрий Валерий Борис Геннадий Пётр'.split(' '),
  middle: 'Сергей Андрей Алексей Дмитрий Игорь Олег Михаил Евгений Константин Вадим Роман Павел'.split(' '),
  young: 'Артём Иван Никита Максим Кирилл Илья Данила Егор Антон Денис Степан Глеб Матвей'.split(' '),
}

const PATRONYMICS: Readonly<Record<Generation, readonly string[]>> = {
  elder:
    'Иванович Николаевич Васильевич Петрович Михайлович Алексеевич Фёдорович Павлович Григорьевич Степанович'.split(
      ' ',
    ),
  middle:
    'Александрович Владимирович Николаевич Викторович Анатольевич Юрьевич Борисович Михайлович Иванович Валентинович Геннадьевич'.split(
      ' ',
    ),
  young:
    'Сергеевич Андреевич Алексеевич Дмитриевич Александрович Олегович Игоревич Евгеньевич Владимирович Ильич Романович Вадимович'.split(
      ' ',
    ),
}

const generationOf = (born: number): Generation => (born < 1967 ? 'elder' : born < 1992 ? 'middle' : 'young')

const womansSurname = (surname: string): string => {
  if (/(ов|ев|ёв|ин)$/.test(surname)) return `${surname}а`
  return surname.replace(/(ск|ц)ий$/, '$1ая').replace(/[ыо]й$/, 'ая')
}

const womansPatronymic = (patronymic: string): string =>
  patronymic === 'Ильич' ? 'Ильинична' : patronymic.replace(/ич$/, 'на')

type Name = { readonly surname: string; readonly given: string; readonly patronymic: string }
type Picking = { readonly pick: <T>(list: readonly T[]) => T }

/** A name as people born then bear it, in the forms of the sex. */
export function nameOf(random: Picking, sex: 'ж' | 'м', born: number): Name {
  const generation = generationOf(born)
  const surname = random.pick(SURNAMES)
  const given = random.pick((sex === 'ж' ? WOMEN : MEN)[generation])
  const patronymic = random.pick(PATRONYMICS[generation])
  if (sex === 'м') return { surname, given, patronymic }
  return { surname: womansSurname(surname), given, patronymic: womansPatronymic(patronymic) }
}
