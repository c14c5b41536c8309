import Timeline

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
      .date: "{date}",
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

extension PersianDay {
  /// `دوشنبه 16 آذر 1405`.
  func add(to lines: inout ContentLines) {
    let names = ["دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"]
    lines.add { bytes in
      bytes.append(names[weekday.number - 1])
      bytes.append(.blank)
      bytes.append(digits: day)
      bytes.append(.blank)
      bytes.append(monthName(in: .persian))
      bytes.append(.blank)
      bytes.append(digits: year)
    }
  }
}
