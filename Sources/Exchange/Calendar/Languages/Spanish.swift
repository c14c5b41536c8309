extension Words {
  static let spanish = Words(
    "es",
    [
      .calendar: "Turnos de {name}",
      .shift: "Turno {from}-{to}",
      .pause: "Pausa {from}-{to} ({kind})",
      .dayOff: "Día libre",
      .leave: "Vacaciones",
      .sick: "Baja por enfermedad",
      .training: "Formación",
      .cancelled: "Cancelado: {event}",
      .details: "{shift}: {from}-{to} ({zone})",
      .date: "",
      .paid: "Pagado: {time}",
      .breaks: "Pausas:",
      .oneBreak: "{from}-{to} {kind}",
      .queues: "Colas: {queues}",
      .hours: "{hours} h",
      .minutes: "{minutes} min",
      .hoursAndMinutes: "{hours} h {minutes} min",
      .rest: "descanso",
      .meal: "comida",
      .meeting: "reunión",
      .course: "formación",
      .comma: ", ",
      .planning: "Planificación",
    ])
}
