import Timeline

extension ExampleCentre {
  /// Twelve agents on one site: a workspace that is read in five minutes.
  package static let firstWeek = ExampleCentre(
    name: "first-week",
    summary: "12 agents, one site, calls in two languages and e-mail; read in five minutes",
    firstDay: FirstWeek.firstDay,
    seed: 12,
    documents: [
      ExampleFile(path: "README.md", text: FirstWeek.readme),
      ExampleFile(path: "nobat.yaml", text: FirstWeek.settings),
      ExampleFile(path: "sites.yaml", text: FirstWeek.sites),
      ExampleFile(path: "queues.yaml", text: FirstWeek.queues),
      ExampleFile(path: "contracts.yaml", text: FirstWeek.contracts),
      ExampleFile(path: "shifts.yaml", text: FirstWeek.shifts),
      ExampleFile(path: "rules.yaml", text: FirstWeek.rules),
      ExampleFile(path: "agents.csv", text: FirstWeek.agents),
      ExampleFile(path: "skills.csv", text: FirstWeek.skills),
      ExampleFile(path: "timeoff.csv", text: FirstWeek.timeOff),
      ExampleFile(path: "wishes.csv", text: FirstWeek.wishes),
      FirstWeek.holidays.file,
      .events(FirstWeek.incidents),
    ],
    truth: FirstWeek.truth)
}

/// The files of `first-week`, as a planner would have written them.
enum FirstWeek {
  /// Monday 2026-12-07, the first day of 2026-W50.
  static let firstDay = LocalDay(daysSince1970: 20_794)

  static let settings = """
    # The centre as a whole. A planner edits these few text files and keeps them in git;
    # `nobat check` says what is wrong with them.
    workspace: first-week
    zone: Europe/Vienna      # the clock by which weeks begin and reports are written
    interval: 30m            # forecast, staff and cover in half-hours
    week-starts: monday
    currency: EUR

    # What a roster pays for its shortcomings, in euros: for an agent-hour that is missing (the
    # first 10 % of an interval's need, then the rest), for one that nobody needs, and for a wish
    # that is not met. An hour missing for e-mail weighs less: it can be made up later.
    objective:
      under: 30/h
      under-beyond: 80/h
      cheap-share: 10%
      over: 3/h
      wish: 6
      email: 45%

    """

  static let sites = """
    # Where agents work: the clock on the wall, what a paid hour costs, and what unpopular hours earn
    # on top.
    vie:
      zone: Europe/Vienna
      cost: 24.5/h
      seats: 12
      holidays: AT             # Austria, with the rows of calendar/holidays.csv
      night: 25%
      night-hours: "22:00-06:00"
      sunday: 50%
      holiday: 100%

    """

  static let queues = """
    # What customers come with. Each queue is forecast by itself and has its own goal.
    de-voice:
      channel: voice
      language: de
      open: "mon-sat 07:00-21:00 Europe/Vienna"
      sla: 80% in 20s          # four of five calls answered within 20 seconds
      patience: 180s           # how long callers wait before they hang up, on average
      occupancy-max: 85%       # agents are not busy for more than this share of their time
      min-staff: 1
      shrinkage: 8%            # time on duty that goes to coaching, questions and the like
      market: AT               # whose holidays change how many call

    en-voice:
      channel: voice
      language: en
      open: "mon-sat 07:00-21:00 Europe/Vienna"
      sla: 80% in 20s
      patience: 180s
      occupancy-max: 85%
      min-staff: 1
      shrinkage: 8%
      market: AT

    de-mail:
      channel: email
      language: de
      open: "mon-sat 07:00-21:00 Europe/Vienna"
      answer-within: 24h       # may wait for a quiet hour
      shrinkage: 8%
      market: AT

    """

  static let contracts = """
    # What agents owe in a week, and what is owed to them.
    ft40:
      hours: 40h/week
      days: 5
      off-together: 2          # at least two days off in a row
      rest: 11h                # between one shift's end and the next one's start

    pt24:
      hours: 24h/week
      days: 4
      rest: 11h

    """

  static let shifts = """
    # From what shifts are made: when they may start, how long they are, where breaks may lie.
    early:
      start: "07:00-10:00/30m"
      length: 8h30m
      breaks:
        - {kind: rest, length: 15m, paid: yes, window: 1h30m-3h}
        - {kind: meal, length: 30m, paid: no, window: 3h30m-5h30m}
      break-grid: 15m
      contracts: [ft40]

    late:
      start: "11:00-12:30/30m"
      length: 8h30m
      breaks:
        - {kind: meal, length: 30m, paid: no, window: 3h-5h}
        - {kind: rest, length: 15m, paid: yes, window: 5h30m-7h}
      break-grid: 15m
      contracts: [ft40]

    short:
      start: "07:00-15:00/30m"
      length: 6h
      breaks:
        - {kind: rest, length: 15m, paid: yes, window: 2h-4h}
      break-grid: 15m
      contracts: [pt24]

    """

  static let rules = """
    # Hard rules beyond the contracts.
    - id: no-late-then-early
      for: all
      after-end-later-than: "20:00"
      max-starts-before: "09:00"

    """

  static let agents = """
    id,name,site,contract,start,end,team
    a01,Leonie Haslbrunner,vie,ft40,2021-03-01,,blue
    a02,Tobias Wieshofer,vie,ft40,2019-09-16,,blue
    a03,شیرین نیک‌پور,vie,ft40,2022-05-02,,blue
    a04,Miloš Dragutinac,vie,ft40,2023-01-09,,blue
    a05,Zeynep Ağaçlı,vie,ft40,2020-11-02,,blue
    a06,Jasmin Öllerer,vie,ft40,2024-02-12,,green
    a07,Babak Rastegān,vie,ft40,2023-08-21,,green
    a08,Eszter Fülöpházi,vie,ft40,2025-04-07,,green
    a09,Klara Steinwandtner,vie,pt24,2022-10-03,,green
    a10,Łukasz Brzezicki,vie,pt24,2024-09-02,,blue
    a11,Noémi Charvát,vie,pt24,2025-03-03,,green
    a12,Emil Sørgaard,vie,pt24,2025-10-06,,green

    """

  static let skills = """
    agent,queue,priority
    a01,de-mail,2
    a01,de-voice,1
    a02,de-mail,2
    a02,de-voice,1
    a03,de-voice,1
    a03,en-voice,1
    a04,de-voice,1
    a04,en-voice,1
    a05,de-mail,2
    a05,de-voice,1
    a06,de-mail,2
    a06,de-voice,1
    a06,en-voice,1
    a07,de-voice,1
    a07,en-voice,1
    a08,de-mail,2
    a08,de-voice,1
    a08,en-voice,1
    a09,de-mail,2
    a09,de-voice,1
    a10,de-mail,2
    a10,de-voice,1
    a11,de-voice,1
    a11,en-voice,1
    a12,en-voice,1

    """

  static let timeOff = """
    id,agent,from,to,kind,state,asked
    t1,a02,2026-12-07,2026-12-08,leave,approved,2026-09-14T08:20:00Z
    t2,a10,2026-12-12,2026-12-12,unavailable,approved,2026-11-20T10:05:00Z
    t3,a05,2026-12-24,2026-12-31,leave,requested,2026-11-27T15:41:00Z

    """

  static let wishes = """
    agent,date,kind,value,weight
    a01,2026-12-11,shift,early,1
    a03,2026-12-12,off,,2
    a06,2026-12-08,off,,1
    a07,2026-12-09,start,07:00-08:30,1
    a09,2026-12-10,start,07:00-09:00,2
    a12,2026-12-12,off,,1

    """

  static let readme = """
    # first-week

    Twelve agents on one site in Vienna plan their first week with Nobat: calls in German and English
    and e-mail in German, Monday to Saturday from seven to nine in the evening. The whole workspace is
    read in five minutes; each YAML file says in comments what its lines mean.

    ## Plan it

    ```sh
    nobat init my-centre --example first-week && nobat -C my-centre plan
    ```

    That writes this folder with 26 weeks of history in half-hours, forecasts the week of 7 December
    2026 (2026-W50), works out how many agents each half-hour needs, builds the roster, and puts it
    into a calendar for each agent and one report for you.

    ## What to look at

    - **A holiday in the week.** Tuesday, 8 December, is a holiday in Austria. The lines stay open, fewer
      customers call, and work costs twice as much. The history has only two such days, 15 August and
      26 October; see what the forecast makes of them, and of the day after.
    - **A mailing.** `calendar/events.csv` announces a fifth more German calls on Thursday, the 10th. It
      also tells the forecast to forget a morning in September when the telephones were dead.
    - **English is thin.** Seven agents speak English, and somebody must do so in every open hour. Take
      `en-voice` from one of them in `skills.csv` and plan again: the report shows where it hurts.
    - **Time off and wishes.** `a02` is on leave on Monday and Tuesday, `a10` cannot work on Saturday, and
      six wishes wait in `wishes.csv`. A wish has a price; the report says which were met.
    - **E-mail waits for quiet hours.** It may take a day to answer, so the roster need not follow it.

    ## The files

    | File | What it says |
    |---|---|
    | `nobat.yaml` | the centre's clock, interval and prices |
    | `sites.yaml`, `queues.yaml` | where work is done, and what work comes |
    | `contracts.yaml`, `shifts.yaml`, `rules.yaml` | what a roster may look like |
    | `agents.csv`, `skills.csv` | who there is, and which queues each can serve |
    | `timeoff.csv`, `wishes.csv` | when they cannot or would rather not work |
    | `calendar/` | holidays and events |
    | `history/acd.csv` | contacts counted so far; made by `nobat init`, not kept in git |

    The people are invented, and so are their customers: a seeded generator draws the history from a
    planted truth (level, trend, weekdays, hours, holidays), the same on every machine.

    """
}
