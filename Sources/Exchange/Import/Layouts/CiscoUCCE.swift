extension HistoryLayout {
  /// A CSV file of one of Cisco UCCE's interval tables: Skill_Group_Interval, Call_Type_Interval,
  /// Agent_Skill_Group_Interval, or an older Half_Hour table, whose names end in `ToHalf`.
  ///
  /// Source: Cisco Unified Intelligence Center report template guide and ICM database schema handbook.
  /// From memory: that call types call their handling time `HandleTime`, and that queries over these
  /// tables name the queue `EnterpriseName`.
  ///
  /// - `DateTime` is the local clock of the central controller. `TimeZone` is its offset in minutes,
  ///   so that the night of the clock change is told apart; the handbook leaves open whether minutes
  ///   east or west are positive, so the sign is taken that fits the zone (`--tz`, or the centre's).
  ///   Without that column `--tz` must name the zone.
  /// - "Offered" has two readings. Taken is `CallsOffered`, contacts sent to the group, answered or not.
  ///   Some peripherals count a contact only when it is answered; then abandoned ones are missing, and
  ///   a file in which offered always equals handled is told.
  /// - Handling time is talk, hold and work after the call, a total in seconds, counted in the slot in
  ///   which that work ends.
  /// - In the tables of agents every agent has a row; those of a group and slot are added up. There
  ///   `SkillTargetID` is the agent, and `SkillGroupSkillTargetID` the group.
  /// - Slots are 15 or 30 minutes by the system's configuration, found by looking.
  static let ciscoUCCE = HistoryLayout(
    name: "cisco-ucce",
    queue: QueueColumns(
      names: [
        Column("EnterpriseName", "SkillGroupName", "CallTypeName"),
        Column("SkillGroupSkillTargetID", "SkillTargetID", "CallTypeID"),
      ],
      shares: ["SkillTargetID"]),
    moment: Moment(date: "DateTime", offset: "TimeZone"),
    isLocal: true,
    interval: .found(among: [15, 30]),
    offered: [Column("CallsOffered", "CallsOfferedToHalf")],
    handled: Column("CallsHandled", "CallsHandledToHalf"),
    handlingTime: .total([
      Column("HandledCallsTime", "HandledCallsTimeToHalf", "HandleTime", "HandleTimeToHalf")
    ]),
    sameCountsHint: "this system may count a contact only when it is answered, so that abandoned "
      + "ones are missing; export the table of call types")
}
