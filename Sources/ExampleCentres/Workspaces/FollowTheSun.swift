import Timeline

extension ExampleCentre {
  /// A hundred and twenty agents around the world, around the clock.
  package static let followTheSun = ExampleCentre(
    name: "follow-the-sun",
    summary: "120 agents, four sites in four zones, five languages, three channels, 24/7",
    firstDay: FollowTheSun.firstDay,
    seed: FollowTheSun.seed,
    documents: [
      ExampleFile(path: "README.md", text: FollowTheSun.readme),
      ExampleFile(path: "nobat.yaml", text: FollowTheSun.settings),
      ExampleFile(path: "sites.yaml", text: FollowTheSun.sites),
      ExampleFile(path: "queues.yaml", text: FollowTheSun.queues),
      ExampleFile(path: "contracts.yaml", text: FollowTheSun.contracts),
      ExampleFile(path: "shifts.yaml", text: FollowTheSun.shifts),
      ExampleFile(path: "rules.yaml", text: FollowTheSun.rules),
      FollowTheSun.staff.agentsFile,
      FollowTheSun.staff.skillsFile(asOf: FollowTheSun.firstDay),
      FollowTheSun.timeOffFile,
      FollowTheSun.wishesFile,
      FollowTheSun.holidays.file,
      .events(FollowTheSun.incidents),
    ],
    truth: FollowTheSun.truth)
}

/// The files of `follow-the-sun` that are written by hand; the README, the people, the calendar and
/// the contacts stand beside.
enum FollowTheSun {
  static let seed: UInt64 = 24
  /// Monday 2026-12-07, the first day of 2026-W50.
  static let firstDay = LocalDay(daysSince1970: 20_794)

  static let settings = """
    workspace: follow-the-sun
    zone: Europe/Vienna      # weeks begin at midnight in Vienna, wherever an agent sits
    interval: 15m
    week-starts: monday
    currency: EUR
    objective:
      under: 30/h            # an agent-hour missing, up to a tenth of an interval's need
      under-beyond: 80/h     # and beyond it
      cheap-share: 10%
      over: 3/h
      wish: 6
      chat: 80%              # a missing hour of chat or e-mail weighs less than one of voice
      email: 45%

    """

  static let sites = """
    # Four clocks. Kolkata's is half an hour beside the others; Auckland's summer is Vienna's winter.
    akl:
      zone: Pacific/Auckland
      cost: 21/h
      holidays: NZ-AUK
      night: 20%
      night-hours: "22:00-06:00"
      sunday: 25%
      holiday: 50%

    blr:
      zone: Asia/Kolkata
      cost: 7.5/h
      holidays: india
      night: 25%
      night-hours: "22:00-06:00"
      holiday: 100%

    bog:
      zone: America/Bogota
      cost: 9.2/h
      holidays: CO
      night: 35%
      night-hours: "19:00-06:00"
      sunday: 75%
      holiday: 75%

    vie:
      zone: Europe/Vienna
      cost: 24.5/h
      holidays: AT
      night: 25%
      night-hours: "22:00-06:00"
      sunday: 50%
      holiday: 100%

    """

  static let queues = """
    # Twelve queues: five languages on the telephone around the clock, three by chat, four by e-mail.
    # Opening hours are on the customers' clock, and the customers' market says which holidays count.

    # --- German: customers in Austria ---
    de-chat:
      channel: chat
      language: de
      open: "mon-sun 07:00-23:00 Europe/Vienna"
      sla: 80% in 60s
      patience: 240s
      occupancy-max: 85%
      min-staff: 1
      shrinkage: 8%
      concurrency: 3               # chats at once ...
      concurrency-slowdown: 1.35   # ... and how much longer each takes then
      market: AT

    de-mail:
      channel: email
      language: de
      open: "mon-sun 00:00-24:00 Europe/Vienna"
      answer-within: 24h
      shrinkage: 8%
      market: AT

    de-voice:
      channel: voice
      language: de
      open: "mon-sun 00:00-24:00 Europe/Vienna"
      sla: 80% in 20s
      patience: 180s
      occupancy-max: 85%
      min-staff: 1
      shrinkage: 8%
      market: AT

    # --- English: customers everywhere, most of them in Britain ---
    en-chat:
      channel: chat
      language: en
      open: "mon-sun 00:00-24:00 Europe/London"
      sla: 80% in 60s
      patience: 240s
      occupancy-max: 85%
      min-staff: 1
      shrinkage: 8%
      concurrency: 3
      concurrency-slowdown: 1.35
      market: GB-ENG

    en-mail:
      channel: email
      language: en
      open: "mon-sun 00:00-24:00 Europe/London"
      answer-within: 24h
      shrinkage: 8%
      market: GB-ENG

    en-voice:
      channel: voice
      language: en
      open: "mon-sun 00:00-24:00 Europe/London"
      sla: 80% in 20s
      patience: 150s
      occupancy-max: 88%
      min-staff: 1
      shrinkage: 8%
      market: GB-ENG

    # --- Spanish: customers in Colombia ---
    es-chat:
      channel: chat
      language: es
      open: "mon-sun 07:00-23:00 America/Bogota"
      sla: 80% in 60s
      patience: 240s
      occupancy-max: 85%
      min-staff: 1
      shrinkage: 8%
      concurrency: 3
      concurrency-slowdown: 1.35
      market: CO

    es-mail:
      channel: email
      language: es
      open: "mon-sun 00:00-24:00 America/Bogota"
      answer-within: 24h
      shrinkage: 8%
      market: CO

    es-voice:
      channel: voice
      language: es
      open: "mon-sun 00:00-24:00 America/Bogota"
      sla: 80% in 20s
      patience: 180s
      occupancy-max: 85%
      min-staff: 1
      shrinkage: 8%
      market: CO

    # --- French ---
    fr-mail:
      channel: email
      language: fr
      open: "mon-sun 00:00-24:00 Europe/Paris"
      answer-within: 24h
      shrinkage: 8%
      market: FR

    fr-voice:
      channel: voice
      language: fr
      open: "mon-sun 00:00-24:00 Europe/Paris"
      sla: 80% in 30s
      patience: 180s
      occupancy-max: 85%
      min-staff: 1
      shrinkage: 8%
      market: FR

    # --- Hindi ---
    hi-voice:
      channel: voice
      language: hi
      open: "mon-sun 00:00-24:00 Asia/Kolkata"
      sla: 80% in 30s
      patience: 200s
      occupancy-max: 85%
      min-staff: 1
      shrinkage: 8%
      market: india

    """

  static let contracts = """
    ft40:
      hours: 40h/week
      days: 5
      off-together: 2
      max-consecutive-days: 6
      rest: 11h
      nights-in-row: 4

    # Six shorter days, in Bengaluru only.
    ft44:
      hours: 44h/week
      tolerance: 30m
      days: 6
      max-consecutive-days: 6
      rest: 12h
      nights-in-row: 5

    # Students in Bogota, from the afternoon on.
    pt20:
      hours: 20h/week
      days: 4
      rest: 11h

    pt24:
      hours: 24h/week
      days: 4
      off-together: 2
      rest: 11h

    """

  static let shifts = """
    day:
      start: "06:00-11:00/30m"
      length: 8h30m
      breaks:
        - {kind: rest, length: 15m, paid: yes, window: 1h30m-2h30m}
        - {kind: meal, length: 30m, paid: no, window: 3h30m-5h}
        - {kind: rest, length: 15m, paid: yes, window: 6h-7h}
      break-grid: 15m
      contracts: [ft40]

    # Six days of seven or seven and a half paid hours.
    day-six:
      start: "05:30-15:30/30m"
      length: [7h30m, 8h]
      breaks:
        - {kind: rest, length: 15m, paid: yes, window: 1h30m-2h30m}
        - {kind: meal, length: 30m, paid: no, window: 3h15m-4h30m}
        - {kind: rest, length: 15m, paid: yes, window: 5h30m-6h30m}
      break-grid: 15m
      contracts: [ft44]
      sites: [blr]

    evening:
      start: "12:00-16:00/30m"
      length: 8h30m
      breaks:
        - {kind: rest, length: 15m, paid: yes, window: 1h30m-2h30m}
        - {kind: meal, length: 30m, paid: no, window: 3h30m-5h}
        - {kind: rest, length: 15m, paid: yes, window: 6h-7h}
      break-grid: 15m
      contracts: [ft40]

    night:
      start: "21:00-23:30/30m"
      length: 8h30m
      breaks:
        - {kind: rest, length: 15m, paid: yes, window: 1h30m-2h30m}
        - {kind: meal, length: 30m, paid: no, window: 3h30m-5h}
        - {kind: rest, length: 15m, paid: yes, window: 6h-7h}
      break-grid: 15m
      contracts: [ft40]
      premium: 10%               # on top of the site's night pay

    night-six:
      start: "20:30-23:00/30m"
      length: [7h30m, 8h]
      breaks:
        - {kind: rest, length: 15m, paid: yes, window: 1h30m-2h30m}
        - {kind: meal, length: 30m, paid: no, window: 3h15m-4h30m}
        - {kind: rest, length: 15m, paid: yes, window: 5h30m-6h30m}
      break-grid: 15m
      contracts: [ft44]
      sites: [blr]
      premium: 10%

    short:
      start: "07:00-17:00/30m"
      length: 6h
      breaks:
        - {kind: rest, length: 15m, paid: yes, window: 2h30m-3h30m}
      break-grid: 15m
      contracts: [pt24]

    student:
      start: "13:00-17:30/30m"
      length: 5h
      breaks:
        - {kind: rest, length: 15m, paid: yes, window: 2h-3h}
      break-grid: 15m
      contracts: [pt20]
      sites: [bog]

    """

  static let rules = """
    # Starts do not jump from one day to the next by more than three hours.
    - id: regular-starts
      for: all
      max-start-change: 3h

    # In Bogota nobody opens after having closed.
    - id: no-late-then-early
      for: {site: bog}
      after-end-later-than: "22:00"
      max-starts-before: "09:00"

    """
}
