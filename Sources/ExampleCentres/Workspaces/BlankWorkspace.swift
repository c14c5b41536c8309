package import Timeline

/// The workspace that `nobat init` writes without an example: the least that can be planned once a
/// history is there, each file explained by its comments.
///
/// - Parameters:
///   - name: The workspace's name, as a rule that of its folder.
///   - zone: IANA name of the centre's zone.
///   - interval: 5, 10, 15, 30 or 60 minutes.
/// - Returns: The files, in order of path; there is no history among them.
package func blankWorkspace(
  named name: String, zone: String, interval: Minutes
) -> [ExampleFile] {
  let blank = BlankWorkspace(name: name, zone: zone, interval: interval)
  return [
    ExampleFile(path: "agents.csv", text: BlankWorkspace.agents),
    ExampleFile(path: "calendar/events.csv", text: BlankWorkspace.events),
    ExampleFile(path: "calendar/holidays.csv", text: BlankWorkspace.holidays),
    ExampleFile(path: "contracts.yaml", text: BlankWorkspace.contracts),
    ExampleFile(path: "nobat.yaml", text: blank.settings),
    ExampleFile(path: "queues.yaml", text: blank.queues),
    ExampleFile(path: "rules.yaml", text: BlankWorkspace.rules),
    ExampleFile(path: "shifts.yaml", text: blank.shifts),
    ExampleFile(path: "sites.yaml", text: blank.sites),
    ExampleFile(path: "skills.csv", text: BlankWorkspace.skills),
    ExampleFile(path: "timeoff.csv", text: BlankWorkspace.timeOff),
    ExampleFile(path: "wishes.csv", text: BlankWorkspace.wishes),
  ]
}

/// The texts of the skeleton.
private struct BlankWorkspace {
  let name: String
  let zone: String
  let interval: Minutes

  var settings: String {
    """
    # The centre as a whole. After each change `nobat check` says whether all files fit together.
    workspace: \(quotedName)
    zone: \(zone)            # the clock by which weeks begin and reports are written
    # zone-rules: rules/2026f   # a folder of compiled time-zone rules, instead of the system's
    interval: \(interval)            # of forecast, staffing and cover: 5m, 10m, 15m, 30m or 60m
    week-starts: monday
    currency: EUR

    # What a roster pays for its shortcomings. These are the defaults; uncomment to change them.
    # objective:
    #   under: 30/h            # an agent-hour missing, within the first 10 % of an interval's need
    #   under-beyond: 80/h     # and beyond that
    #   cheap-share: 10%
    #   over: 3/h              # an agent-hour that nobody needs
    #   wish: 6                # a wish of weight 1 that is not met
    #   chat: 80%              # how dear a missing hour is by channel, against voice
    #   email: 45%

    """
  }

  var sites: String {
    """
    # Where agents work. Add a line of the same shape for each further site.
    main:
      zone: \(zone)
      cost: 20/h               # what a paid hour costs
      # seats: 10              # places to sit; no bound without this line
      # holidays: home         # a calendar of calendar/holidays.csv
      # night: 25%             # extra pay from 22:00 to 06:00 ...
      # night-hours: "22:00-06:00"
      # sunday: 50%            # ... on Sundays ...
      # holiday: 100%          # ... and on public holidays

    """
  }

  var queues: String {
    """
    # What customers come with. Each queue is forecast by itself and has its own goal.
    en-voice:
      channel: voice           # voice, chat or email
      language: en
      open: "mon-fri 08:00-18:00 \(zone)"
      sla: 80% in 20s          # four of five calls answered within 20 seconds
      patience: 180s           # how long callers wait before they hang up, on average
      occupancy-max: 85%       # agents are not busy for more than this share of their time
      min-staff: 1
      shrinkage: 8%            # time on duty that goes to coaching, questions and the like
      aht: 240s                # handling time where the history does not say
      # market: home           # the calendar whose holidays change how many call

    # en-chat:
    #   channel: chat
    #   language: en
    #   open: "mon-fri 08:00-18:00 \(zone)"
    #   sla: 80% in 60s
    #   concurrency: 3         # chats at once ...
    #   concurrency-slowdown: 1.35   # ... and how much longer each takes then
    # en-mail:
    #   channel: email
    #   language: en
    #   open: "mon-fri 08:00-18:00 \(zone)"
    #   answer-within: 24h

    """
  }

  static let contracts = """
    # What agents owe in a week, and what is owed to them.
    full-time:
      hours: 40h/week
      days: 5                  # working days at the most
      off-together: 2          # at least two days off in a row
      rest: 11h                # between one shift's end and the next one's start
      # tolerance: 30m         # a week may be this much longer or shorter
      # max-consecutive-days: 6
      # nights-in-row: 4
      # weekly-rest: sunday    # a weekday that is always off

    """

  var shifts: String {
    // Shifts and breaks of whole intervals, whatever the interval: eight paid hours and one meal.
    let meal = max(Minutes(30), interval)
    let length = .hours(8) + meal
    let step = max(Minutes(30), interval)
    let last = (600 - length.count) / step.count * step.count + 480
    let breakGrid = (15 + interval.count - 1) / interval.count * interval
    return """
      # From what shifts are made: when they may start, how long they are, where breaks may lie.
      day:
        start: "08:00-\(LocalTime(minutes: last))/\(step)"
        length: \(length)
        breaks:
          - {kind: meal, length: \(meal), paid: no, window: 3h-5h}   # starts this long after the start
        break-grid: \(breakGrid)
        # contracts: [full-time]
        # sites: [main]
        # days: [mon, tue, wed, thu, fri]
        # premium: 10%           # extra pay for every hour of the shift

      """
  }

  static let rules = """
    # Hard rules beyond the contracts; the list may be empty.
    - id: no-late-then-early
      for: all                 # or {site: main}, {contract: full-time}, {team: blue}
      after-end-later-than: "21:00"
      max-starts-before: "08:00"
    # - {id: regular-starts, max-start-change: 2h}

    """

  static let agents = """
    id,name,site,contract
    a01,First Agent,main,full-time
    a02,Second Agent,main,full-time
    a03,Third Agent,main,full-time

    """

  static let skills = """
    agent,queue
    a01,en-voice
    a02,en-voice
    a03,en-voice

    """

  static let timeOff = "id,agent,from,to,kind,state\n"
  static let wishes = "agent,date,kind,value,weight\n"
  static let holidays = "calendar,date,name,kind\n"
  static let events = "date,from,to,zone,queues,tag,effect,note\n"

  /// The name as YAML: in quotes, so that a folder called `no` or `2026` stays a name.
  private var quotedName: String {
    let escaped = name.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    return "\"\(escaped)\""
  }
}
