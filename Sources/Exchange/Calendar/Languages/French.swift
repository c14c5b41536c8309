extension Words {
  static let french = Words(
    "fr",
    [
      .calendar: "Planning de {name}",
      .shift: "Service {from}-{to}",
      .pause: "Pause {from}-{to} ({kind})",
      .dayOff: "Repos",
      .leave: "Congé",
      .sick: "Arrêt maladie",
      .training: "Formation",
      .cancelled: "Annulé : {event}",
      .details: "{shift} : {from}-{to} ({zone})",
      .date: "",
      .paid: "Payé : {time}",
      .breaks: "Pauses :",
      .oneBreak: "{from}-{to} {kind}",
      .queues: "Files d’attente : {queues}",
      .hours: "{hours} h",
      .minutes: "{minutes} min",
      .hoursAndMinutes: "{hours} h {minutes} min",
      .rest: "pause courte",
      .meal: "repas",
      .meeting: "réunion",
      .course: "formation",
      .comma: ", ",
      .planning: "Planification",
    ])
}
