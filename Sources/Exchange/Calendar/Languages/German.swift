extension Words {
  static let german = Words(
    "de",
    [
      .calendar: "Dienstplan von {name}",
      .shift: "Dienst {from}-{to}",
      .pause: "Pause {from}-{to} ({kind})",
      .dayOff: "Frei",
      .leave: "Urlaub",
      .sick: "Krankenstand",
      .training: "Schulung",
      .cancelled: "Entfällt: {event}",
      .details: "{shift}: {from}-{to} ({zone})",
      .date: "",
      .paid: "Bezahlt: {time}",
      .breaks: "Pausen:",
      .oneBreak: "{from}-{to} {kind}",
      .queues: "Warteschlangen: {queues}",
      .hours: "{hours} Std.",
      .minutes: "{minutes} Min.",
      .hoursAndMinutes: "{hours} Std. {minutes} Min.",
      .rest: "Kurzpause",
      .meal: "Essenspause",
      .meeting: "Besprechung",
      .course: "Schulung",
      .comma: ", ",
      .planning: "Personalplanung",
    ])
}
