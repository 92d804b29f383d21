import { named, type PersonalData, type PersonalTable, REMOVED, THREE_YEARS } from '../../platform/personal-data.ts'

const staff = {
  purpose: 'staff',
  ground: 'labour',
  term: 'staff',
  seen: ['person.read'],
  erasing: REMOVED,
} as const satisfies Partial<PersonalTable>

/** Rows of files as they came: whatever they hold, sealed with the key of the district. */
const files = {
  of: 'sealed',
  purpose: 'mending',
  ground: 'labour',
  term: 'ninety_days',
  seen: ['load.read'],
  erasing: { does: 'open' },
} as const satisfies Partial<PersonalTable>

/** Of what belongs to a load; the files go along, so the job that tidies loads removes it. */
const withLoad = {
  days: 90,
  since: '(select l.created_at from registry.load l where l.tenant_id = r.tenant_id and l.id = r.load_id)',
  by: 'registry-tidy-loads',
} as const
const withRow = { days: 90, since: 'r.created_at', by: 'registry-tidy-loads' } as const

/** Of the tables that the renaming makes. */
const newOf = (column: string): string =>
  `(select n.${column} from pg_temp.new_person n where n.tenant_id = r.tenant_id and n.id = r.id)`

/** The key of a value goes where its words had to be changed. */
const newKeyOf = (table: string, column: string): string =>
  `coalesce((select 'имя ' || r.id from pg_temp.new_text t
    where t.table_name = '${table}' and t.column_name = '${column}' and t.row_at = r.ctid), r.key)`

const WHOLE_ROW = ['строка файла как есть: имя, день рождения, СНИЛС, работа', 'a row of a file as it is'] as const
const BIRTH = ['день рождения', 'birth date'] as const

export const registryPersonalData: PersonalData = {
  module: 'registry',
  tables: {
    'registry.person': {
      ...staff,
      about: ['Карточка человека', 'Card of a person'],
      of: { people: ['id'] },
      columns: {
        surname: ['фамилия', 'surname'],
        given_name: ['имя', 'given name'],
        patronymic: ['отчество', 'patronymic'],
        surname_key: ['фамилия для поиска', 'surname as it is looked for'],
        given_key: ['имя для поиска', 'given name as it is looked for'],
        patronymic_key: ['отчество для поиска', 'patronymic as it is looked for'],
        name_key: ['имя целиком для поиска', 'whole name as it is looked for'],
        birth_on: BIRTH,
        sex: ['пол', 'sex'],
        sealed_snils: { is: ['СНИЛС (зашифрован)', 'СНИЛС (sealed)'], seen: ['island.snils'] },
        snils_hash: { is: ['СНИЛС для сверки (хеш с ключом)', 'СНИЛС to match by (keyed hash)'], seen: [] },
      },
      copying: {
        set: {
          surname: newOf('surname'),
          given_name: newOf('given_name'),
          patronymic: newOf('patronymic'),
          surname_key: newOf('surname_key'),
          given_key: newOf('given_key'),
          patronymic_key: newOf('patronymic_key'),
          birth_on: newOf('birth_on'),
          sealed_snils: newOf('sealed_snils'),
          snils_hash: newOf('snils_hash'),
        },
        // The other follows from the keys.
        kept: ['sex', 'name_key'],
      },
    },
    'registry.person_surname': {
      ...staff,
      about: ['Прежние фамилии', 'Earlier surnames'],
      of: { people: ['person_id'] },
      columns: { key: ['фамилия для поиска', 'surname as it is looked for'] },
      copying: {
        set: {
          key: `(select n.new_key from pg_temp.new_surname n
            where n.tenant_id = r.tenant_id and n.person_id = r.person_id and n.key = r.key)`,
        },
      },
      plain: ['load_id'],
    },
    'registry.employment': {
      ...staff,
      about: ['Места работы', 'Places of work'],
      of: { people: ['person_id'] },
      columns: {
        organisation_id: named(['организация', 'organisation'], 'registry.organisation', 'name'),
        position_id: named(['должность', 'position'], 'registry.position', 'name'),
        hired_on: ['принят', 'hired'],
        dismissed_on: ['последний рабочий день', 'last working day'],
        rate: ['ставка', 'rate'],
        main: ['основное место', 'main place'],
        kind: ['вид занятости', 'kind of employment'],
        subject_ids: named(['предметы', 'subjects'], 'registry.classifier_value', 'label'),
        sex_id: named(['пол, как в файле', 'sex as in the file'], 'registry.classifier_value', 'label'),
        experience_since: ['стаж с', 'experience since'],
        category_id: named(['категория', 'category'], 'registry.classifier_value', 'label'),
        category_on: ['день присвоения', 'day it was granted'],
        category_until: ['последний день категории', 'its last day'],
        category_order: ['приказ о категории', 'its order'],
        education_level_id: named(['образование', 'education'], 'registry.classifier_value', 'label'),
        pedagogical_education: ['педагогическое образование', 'pedagogical education'],
        leave_kind_id: named(['длительный отпуск', 'long leave'], 'registry.classifier_value', 'label'),
        leave_on: ['отпуск с', 'leave from'],
        leave_until: ['отпуск по', 'leave until'],
        deputy_function_id: named(
          ['функция заместителя', 'function of a deputy'],
          'registry.classifier_value',
          'label',
        ),
        class_led: ['классное руководство', 'class led'],
        email: ['почта', 'address of mail'],
      },
      copying: {
        set: {
          category_order: 'null',
          email: "case when r.email is not null then 'person' || r.person_id || '@copy.example' end",
        },
        kept: ['kind', 'class_led'],
      },
    },
    'registry.person_span': {
      ...staff,
      about: ['Места работы, разложенные по дням (для подсчётов)', 'Places of work by days (for counting)'],
      of: { people: ['person_id'] },
      columns: {
        from_on: ['с', 'from'],
        to_on: ['по', 'to'],
        pedagogue: ['педагог', 'pedagogue'],
        organisation_id: named(['организация', 'organisation'], 'registry.organisation', 'name'),
        position_id: named(['должность', 'position'], 'registry.position', 'name'),
        position_ids: named(['должности', 'positions'], 'registry.position', 'name'),
        organisation_ids: named(['организации', 'organisations'], 'registry.organisation', 'name'),
        subject_ids: named(['предметы', 'subjects'], 'registry.classifier_value', 'label'),
        birth_on: BIRTH,
        experience_since: ['стаж с', 'experience since'],
        pedagogical_education: ['педагогическое образование', 'pedagogical education'],
      },
      plain: ['organisation_type', 'employment_id'],
      copying: {
        set: {
          birth_on:
            '(select n.birth_on from pg_temp.new_person n where n.tenant_id = r.tenant_id and n.id = r.person_id)',
        },
      },
    },
    'registry.revision': {
      ...staff,
      about: ['История правок', 'History of changes'],
      of: { people: ['person_id'] },
      columns: {
        before: ['как было', 'as it was'],
        after: ['как стало', 'as it became'],
        organisation_id: named(['организация', 'organisation'], 'registry.organisation', 'name'),
        account_id: ['кто изменил', 'who changed it'],
        at: ['когда', 'when'],
      },
      plain: ['kind', 'object_id', 'undoes', 'load_id', 'decision_id'],
    },
    'registry.person_merge': {
      ...staff,
      about: ['Объединённые карточки', 'Merged cards'],
      of: { people: ['kept_id', 'gone_id'] },
      seen: ['person.merge'],
      columns: {
        gone: ['карточка, которой больше нет', 'the card that is gone'],
        kept_before: ['карточка до объединения', 'the card before'],
        kept_after: ['карточка после', 'the card after'],
        gone_surnames: ['её фамилии', 'its surnames'],
        surnames: ['фамилии', 'surnames'],
        moved: ['что перешло', 'what came along'],
        dropped: ['что было у обеих', 'what both had'],
      },
      plain: ['last_taken_batch', 'account_id', 'at', 'undone_at'],
    },
    'registry.person_split': {
      ...staff,
      about: ['Разделённые карточки', 'Split cards'],
      of: { people: ['kept_id', 'parted_id'] },
      seen: ['person.merge'],
      columns: {
        kept_before: ['карточка до разделения', 'the card before'],
        parted: ['новая карточка', 'the new card'],
        moved: ['что к ней перешло', 'what went to it'],
      },
      plain: ['takes_number', 'account_id', 'at', 'undone_at'],
    },
    'registry.people_told_apart': {
      ...staff,
      about: ['Разные люди с похожими карточками', 'Different people with like cards'],
      of: { people: ['first_id', 'second_id'] },
      seen: ['person.merge'],
      columns: {},
      copying: 'as it is',
      plain: ['account_id', 'at'],
    },
    'registry.load_image': {
      ...staff,
      about: ['Как было до загрузки (чтобы вернуть её)', 'As it was before a load (to take it back)'],
      expires: withLoad,
      // A card or a place of work, as `target` says.
      of: 'sealed',
      term: 'ninety_days',
      seen: ['load.read'],
      erasing: {
        does: 'remove',
        where: `r.target = 'registry.person' and r.object_id = any (:people) or (r.image ->> 'person_id')::bigint = any (:people)
          or (r.image ->> 'mentor_id')::bigint = any (:people) or (r.image ->> 'mentee_id')::bigint = any (:people)`,
      },
      columns: { image: ['поля карточки и места работы', 'fields of card and place of work'] },
      plain: ['load_id', 'target', 'object_id', 'fields', 'decision_id'],
    },
    'registry.load_difference': {
      ...staff,
      about: ['Что изменит загрузка', 'What a load would change'],
      expires: withLoad,
      of: { people: ['person_id'] },
      term: 'ninety_days',
      seen: ['load.read'],
      erasing: { does: 'open' },
      columns: {
        label: ['имя', 'name'],
        fields: ['поля до и после', 'fields before and after'],
        sealed_cells: WHOLE_ROW,
        cells: ['ячейки', 'cells'],
      },
      plain: ['load_id', 'kind', 'sheet', 'row_no', 'object_id', 'column_name', 'code'],
    },
    'registry.gone_decision': {
      ...staff,
      about: ['Решения о тех, кого нет в новом файле', 'Decisions on people gone from a file'],
      // By the place of work.
      of: 'sealed',
      seen: ['load.read'],
      erasing: {
        does: 'remove',
        where: 'r.employment_id in (select e.id from registry.employment e where e.person_id = any (:people))',
      },
      mentions: ['reason'],
      columns: {
        decision: ['что решено', 'what was decided'],
        on_day: ['с какого дня', 'since which day'],
        until_day: ['по какой день', 'until which day'],
        reason: ['почему', 'why'],
        leave_kind_id: named(['вид отпуска', 'kind of leave'], 'registry.classifier_value', 'label'),
        organisation_id: named(['куда перешёл', 'where to'], 'registry.organisation', 'name'),
      },
      plain: ['load_id', 'employment_id', 'sheet', 'code', 'account_id', 'at', 'applied_at', 'undone_at'],
    },
    'registry.faulty_row': {
      ...files,
      about: ['Строки с ошибкой', 'Faulty rows'],
      expires: withRow,
      columns: { sealed_cells: WHOLE_ROW },
      plain: [
        'row_no',
        'column_name',
        'code',
        'row_hash',
        'created_at',
        'mended_at',
        'left_out_at',
        'mended_by',
        'overtaken_by',
        'waits',
      ],
    },
    'registry.mending': {
      ...files,
      about: ['Исправления таких строк', 'Corrections of such rows'],
      expires: withLoad,
      columns: { sealed_cells: WHOLE_ROW },
      plain: ['load_id', 'faulty_row_id', 'outcome', 'column_name', 'code'],
    },
    'registry.kept_cells': {
      ...files,
      about: ['Ячейки, которые профиль исправил', 'Cells that a profile repaired'],
      expires: withRow,
      columns: { sealed_cells: ['ячейки, как были', 'cells as they were'] },
      plain: ['first_row', 'last_row', 'created_at'],
    },
    'registry.upload': {
      ...files,
      about: ['Присланные файлы (сами файлы — в папке данных)', 'Uploaded files (themselves in the data folder)'],
      expires: { ...withLoad, where: 'r.stored_as is not null' },
      columns: { name: ['имя файла', 'name of the file'] },
      plain: ['load_id', 'bytes', 'stored_as', 'content_hash'],
    },
    'registry.taken_batch': {
      ...staff,
      about: ['Какая строка файла чья', 'Which row of a file is whose'],
      of: { people: ['person_ids', 'second_person_ids'] },
      seen: [],
      // Numbers stand at the places of rows.
      erasing: {
        does: 'blank',
        set: {
          person_ids: `array(select case when u.id = any (:people) then 0 else u.id end
            from unnest(r.person_ids) with ordinality u (id, n) order by u.n)`,
          second_person_ids: `array(select case when u.id = any (:people) then 0 else u.id end
            from unnest(r.second_person_ids) with ordinality u (id, n) order by u.n)`,
        },
      },
      columns: { row_hashes: ['хеши строк', 'hashes of rows'] },
      plain: ['load_id'],
    },
    'registry.grant': {
      about: ['Роли', 'Roles'],
      of: { people: ['person_id'] },
      purpose: 'access',
      ground: 'security',
      term: 'account',
      seen: ['account.manage'],
      // The journal goes by its number.
      erasing: { does: 'blank', set: { person_id: 'null', ended_at: 'coalesce(r.ended_at, now())' } },
      columns: {
        account_id: ['учётная запись', 'account'],
        role: ['роль', 'role'],
        organisation_id: named(['организация', 'organisation'], 'registry.organisation', 'name'),
        from_on: ['с', 'from'],
        to_on: ['по', 'to'],
      },
      copying: { kept: ['role'] },
      plain: ['created_at', 'ended_at'],
    },
    'registry.region_grant': {
      about: ['Роли над регионом', 'Roles over a region'],
      of: { accounts: ['account_id'] },
      purpose: 'access',
      ground: 'security',
      term: 'account',
      seen: ['account.manage'],
      // Of roles that are over; one that is in force stands in the way.
      erasing: { does: 'keep', why: 'traces' },
      copying: { kept: ['role'] },
      columns: { role: ['роль', 'role'], from_on: ['с', 'from'], to_on: ['по', 'to'] },
      plain: ['region_id', 'created_at', 'ended_at'],
    },
    'registry.look': {
      about: ['Просмотр от имени другого', 'Looking as somebody'],
      expires: { days: THREE_YEARS, since: 'r.ends_at', through: 'registry.forget_looks' },
      of: { accounts: ['looker_id', 'account_id'] },
      purpose: 'traces',
      ground: 'security',
      term: 'traces',
      seen: ['journal.read'],
      erasing: {
        does: 'blank',
        set: { reason: "'[удалено]'" },
        where: 'r.account_id = any (:accounts)',
      },
      columns: { reason: ['зачем', 'why'], started_at: ['с', 'from'], ends_at: ['по', 'to'] },
    },
    'registry.export_use': {
      about: ['Сколько выгружено за день', 'How much was taken away a day'],
      expires: { days: THREE_YEARS, since: 'r.on_day' },
      of: { accounts: ['account_id'] },
      purpose: 'traces',
      ground: 'security',
      term: 'traces',
      seen: [],
      erasing: { does: 'keep', why: 'traces' },
      columns: { exports: ['файлов', 'files'], rows: ['строк', 'rows'], on_day: ['день', 'day'] },
    },
  },
  others: {
    'registry.classifier_value': 'lists of the district',
    'registry.district': 'the district itself',
    'registry.erased_person': 'keyed hashes of who was erased, which nobody can read back',
    'registry.load': 'counts and settings of a load; who started it by account id',
    'registry.matching_revision': 'a counter',
    'registry.organisation': 'organisations',
    'registry.organisation_feature': 'what organisations have introduced',
    'registry.position': 'positions',
    'registry.position_alias': 'spellings of positions',
    'registry.profile': 'how files are read',
    'registry.quality_day': 'counts by organisation',
    'registry.region': 'regions',
    'registry.sign_in_rule': 'rules',
    'registry.source': 'names of files and sheets, headers',
    'registry.state_form': 'counts of a form of an organisation',
  },
  othersInCopy: {
    'registry.classifier_value': { set: { key: newKeyOf('registry.classifier_value', 'label') }, unnamed: ['label'] },
    'registry.district': {
      set: {
        name: "r.name || ' (учебная копия)'",
        wrapped_key: '(select n.wrapped_key from pg_temp.new_district n where n.id = r.id)',
      },
    },
    // Hashed with the key of the district that was.
    'registry.erased_person': 'nothing',
    'registry.load': { unnamed: ['answer', 'fault', 'profile', 'comparison'] },
    'registry.organisation': { unnamed: ['name'] },
    'registry.organisation_feature': { unnamed: ['document'] },
    'registry.profile': { set: { key: newKeyOf('registry.profile', 'name') }, unnamed: ['name', 'settings'] },
    'registry.source': { unnamed: ['file', 'sheet', 'headers', 'declared_file', 'declared_sheet'] },
    'registry.state_form': { unnamed: ['told'] },
  },
}
