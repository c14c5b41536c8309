extension Words {
  static let english = Words(
    "en",
    [
      .calendar: "Shifts of {name}",
      .shift: "Shift {from}-{to}",
      .pause: "Break {from}-{to} ({kind})",
      .dayOff: "Day off",
      .leave: "Leave",
      .sick: "Sick leave",
      .training: "Training",
      .cancelled: "Cancelled: {event}",
      .details: "{shift}: {from}-{to} ({zone})",
      .date: "",
      .paid: "Paid: {time}",
      .breaks: "Breaks:",
      .oneBreak: "{from}-{to} {kind}",
      .queues: "Queues: {queues}",
      .hours: "{hours} h",
      .minutes: "{minutes} min",
      .hoursAndMinutes: "{hours} h {minutes} min",
      .rest: "rest",
      .meal: "meal",
      .meeting: "meeting",
      .course: "training",
      .comma: ", ",
      .planning: "Planning",
    ])
}
