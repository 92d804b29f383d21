/** Words of events and rooms; part of those of the module. */
export const eventMessages = {
  ru: {
    problems: {
      event_state: {
        title: 'С этим мероприятием так уже нельзя',
        todo: 'Откройте его заново: оно уже объявлено, проведено или отменено.',
      },
      event_unready: {
        title: 'Объявить пока нельзя',
        todo: 'Заполните то, чего не хватает: это перечислено на странице мероприятия.',
      },
      event_ahead: {
        title: 'Мероприятие ещё впереди',
        todo: 'Отметить, кто был, можно с его первого дня.',
      },
      event_has_parts: {
        title: 'У мероприятия есть части',
        todo: 'Сначала удалите части или отделите их от него.',
      },
    },
    fields: {
      link_wrong: 'адрес начинается с http:// или https://',
      person_or_guest: 'выберите человека или назовите гостя, одно из двух',
      event_fixed: 'это уже не меняется',
      level_of_district: 'мероприятие района объявляет методический центр; школа проводит своё',
      meeting_outside: 'это не день мероприятия',
      meetings_outside: 'встречи не помещаются в эти дни',
      parts_deep: 'часть не делится на части',
      programme_unregistered: 'программы нет в реестре: проводят только то, что в нём',
      programme_retired: 'программа выведена из реестра: проводите её новую редакцию',
      programme_not_valid: 'в этот день программа не действует',
      span_long: 'не больше двух месяцев',
      room_taken: 'такое помещение в этой организации уже есть',
    },
  },
  en: {
    problems: {
      event_state: {
        title: 'This can no longer be done with the event',
        todo: 'Open it anew: it was announced, held or called off already.',
      },
      event_unready: {
        title: 'It cannot be announced yet',
        todo: 'Fill in what is missing: the page of the event names it.',
      },
      event_ahead: { title: 'The event is still ahead', todo: 'Who was there is marked from its first day on.' },
      event_has_parts: { title: 'The event has parts', todo: 'Remove its parts first, or take them off it.' },
    },
    fields: {
      link_wrong: 'an address begins with http:// or https://',
      person_or_guest: 'choose a person or name a guest, one of the two',
      event_fixed: 'this does not change any more',
      level_of_district: 'the methodical centre announces events of the district; a school holds its own',
      meeting_outside: 'this is no day of the event',
      meetings_outside: 'the meetings do not fit into these days',
      parts_deep: 'a part has no parts',
      programme_unregistered: 'the programme is not in the register: only what stands there is run',
      programme_retired: 'the programme left the register: run its next edition',
      programme_not_valid: 'the programme is not valid on this day',
      span_long: 'two months at most',
      room_taken: 'the organisation has a room of this name already',
    },
  },
} as const
