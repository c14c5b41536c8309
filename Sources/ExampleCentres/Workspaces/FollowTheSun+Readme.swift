extension FollowTheSun {
  static let readme = """
    # follow-the-sun

    A hundred and twenty agents answer calls, chats and e-mails in five languages, around the clock,
    from four sites in four time zones. This is the example that shows what Nobat is for; to learn the
    files, begin with `first-week`.

    ## Plan it

    ```sh
    nobat init sun --example follow-the-sun && nobat -C sun plan
    ```

    That writes this folder with 105 weeks of history in quarter-hours (800,000 rows), forecasts the
    week of 7 December 2026 (2026-W50), works out how many agents each queue needs in each
    quarter-hour, builds the roster, and puts it into a calendar for each agent, in the agent's own
    zone, and one report for you.

    ## The sun it follows

    | Site | Zone | Agents | 09:00-17:00 there is in Vienna | Speak |
    |---|---|---|---|---|
    | `akl` Auckland | Pacific/Auckland | 18 | 21:00-05:00 | English, German, French, Hindi |
    | `blr` Bengaluru | Asia/Kolkata | 28 | 04:30-12:30 | Hindi, English |
    | `bog` Bogota | America/Bogota | 34 | 15:00-23:00 | Spanish, English, French |
    | `vie` Vienna | Europe/Vienna | 40 | 09:00-17:00 | German, English, French, Spanish |

    Eight German and French speakers in Auckland work by day while Europe sleeps; four agents in
    Vienna take the Spanish early morning. The rest of the nights is worked as nights, and paid so.

    ## What to look at

    - **Most agents are bilingual.** Thirteen different sets of skills share five languages. English is
      the tide that fills every gap: move one speaker and see where the water goes.
    - **Half an hour.** Kolkata's clock is half an hour beside the others: six in the morning there is
      half past one in Vienna. And the clocks of Vienna and Auckland are put forward and back in opposite
      seasons, so the history holds all distances between the two.
    - **A holiday for two sites.** Tuesday, 8 December, is one in Austria and Colombia: German and Spanish
      customers call less, work there is dearer, and the other sites know nothing of it.
    - **Days that are known, and days that are not.** `calendar/events.csv` lists Black Friday, two price
      letters and two outages of the past. On Wednesday comes a price letter whose effect is to be learnt
      from the earlier ones, on Thursday a mailing in Colombia of which it is known that it brings a fifth
      more. Four other odd days stand in the history and nowhere else.
    - **Trends that part.** Hindi and chat grow by about a quarter a year, Spanish by almost a fifth; French
      calls and German mail shrink.
    - **E-mail fills the nights.** It is answered around the clock within a day, and is the cheapest to
      leave for later.
    - **Four contracts.** 40 hours on five days, 44 on six in Bengaluru, 24 on four, and students of 20
      hours in Bogota who begin after lunch. Nobody's start moves by more than three hours from one day to
      the next.

    The week needs about 93 % of the hours that are there: enough, if they are in the right places.

    ## Where the numbers come from

    People and customers are invented. A seeded generator draws the history from a planted truth: level,
    trend, time of the year, weekday, hour, holidays and their day after, the events above, days that are
    busier or quieter than expected, and chance. It is the same on every machine, and the tests compare
    forecasts with what was planted.

    """
}
