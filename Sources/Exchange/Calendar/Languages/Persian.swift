extension Words {
  /// Times keep their ASCII digits and stand between words: a hyphen or a dash between two of them would
  /// be shown in the order of the line, from right to left.
  static let persian = Words(
    "fa",
    [
      .calendar: "شیفت‌های {name}",
      .shift: "شیفت {from} تا {to}",
      .pause: "استراحت {from} تا {to} ({kind})",
      .dayOff: "روز استراحت",
      .leave: "مرخصی",
      .sick: "مرخصی استعلاجی",
      .training: "آموزش",
      .cancelled: "لغو شد: {event}",
      .details: "شیفت {shift}، از {from} تا {to} ({zone})",
      .paid: "زمان با حقوق: {time}",
      .breaks: "استراحت‌ها:",
      .oneBreak: "{kind}، از {from} تا {to}",
      .queues: "صف‌ها: {queues}",
      .hours: "{hours} ساعت",
      .minutes: "{minutes} دقیقه",
      .hoursAndMinutes: "{hours} ساعت و {minutes} دقیقه",
      .rest: "استراحت کوتاه",
      .meal: "وقت غذا",
      .meeting: "جلسه",
      .course: "آموزش",
      .comma: "، ",
      .planning: "برنامه‌ریزی",
    ])
}
