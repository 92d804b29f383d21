import type { Messages } from '../../platform/messages.ts'

export const indicatorsMessages = {
  ru: {
    problems: {
      island_closed: {
        title: 'Имена за этой цифрой закрыты',
        todo: 'Она стоит на результатах диагностики: поимённо их видят только сам человек и методист, который с ними работает.',
      },
      indicator_retired: {
        title: 'Показатель уже не считается',
        todo: 'Чтобы считать его снова, задайте новую редакцию.',
      },
      district_not_chosen: { title: 'Не выбран район', todo: 'Выберите район, в котором хотите работать.' },
    },
    fields: {
      indicator_code_taken: 'показатель с таким кодом уже есть',
      band_order: 'граница внимания дальше от хорошего, чем граница нормы',
      edition_too_early: 'день позже {{day}}',
      subject_unknown: 'о таких объектах язык не говорит',
      slice_unknown: 'такого разреза нет',
      field_unknown: 'такого поля у факта нет',
      term_unknown: 'такого условия нет: {{term}}',
      member_not_for_term: 'для условия {{term}} это не задаётся',
      when_needs_interval: 'это событие одного дня: задайте период или срок',
      when_needs_day: 'это длится: задайте дату или пересечение с периодом',
      field_not_a_number: 'складывать можно только числа',
      bounds_need_number: 'границы задаются только для чисел',
      value_missing: 'назовите значение',
      value_not_yes_no: 'да или нет',
      value_not_number: 'нужно число',
      value_not_in_list: 'такого значения в списке нет: {{value}}',
      value_not_text: 'нужно название',
      population_too_deep: 'слишком глубокая вложенность условий',
      population_too_large: 'слишком много условий',
      dates_order: 'конец раньше начала',
    },
  },
  en: {
    problems: {
      island_closed: {
        title: 'The names behind this figure are closed',
        todo: 'It rests on results of diagnostics: by name they are seen only by the person and by the methodist who works with them.',
      },
      indicator_retired: {
        title: 'This indicator is not counted any more',
        todo: 'To count it again, define a new edition.',
      },
      district_not_chosen: { title: 'No district is chosen', todo: 'Choose the district you want to work in.' },
    },
    fields: {
      indicator_code_taken: 'an indicator with this code exists',
      band_order: 'the bound of attention lies beyond the one of good',
      edition_too_early: 'a day after {{day}}',
      subject_unknown: 'the language does not speak of such things',
      slice_unknown: 'there is no such slice',
      field_unknown: 'the fact has no such field',
      term_unknown: 'there is no such term: {{term}}',
      member_not_for_term: 'not given for the term {{term}}',
      when_needs_interval: 'this happens on a single day: give a period or a term',
      when_needs_day: 'this lasts: give a day or an overlap with a period',
      field_not_a_number: 'only numbers can be summed',
      bounds_need_number: 'bounds are for numbers only',
      value_missing: 'name a value',
      value_not_yes_no: 'yes or no',
      value_not_number: 'a number is needed',
      value_not_in_list: 'not in the list: {{value}}',
      value_not_text: 'a name is needed',
      population_too_deep: 'conditions are nested too deeply',
      population_too_large: 'too many conditions',
      dates_order: 'the end is before the beginning',
    },
  },
} as const satisfies Messages
