import Timeline

extension MadeSeries {
  static let csvHeader = "timestamp_local,series,volume\n"
  static let truthHeader = "timestamp_local,series,expected,rate\n"

  /// The public form: a lost count has no row.
  var csv: String {
    var text = MadeSeries.csvHeader
    for slot in slots {
      guard let volume = slot.volume else { continue }
      text += "\(stamp(of: slot)),\(recipe.name),\(volume)\n"
    }
    return text
  }

  /// The truth beside each slot, lost ones too.
  var truth: String {
    var text = MadeSeries.truthHeader
    for slot in slots {
      let values = "\(thousandths(slot.expected)),\(thousandths(slot.rate))"
      text += "\(stamp(of: slot)),\(recipe.name),\(values)\n"
    }
    return text
  }

  /// The holidays of the years of the series and of the one after.
  var holidayCSV: String {
    let last = recipe.firstDay + recipe.dayCount
    let known = holidays.holidays.filter {
      recipe.firstDay.year <= $0.day.year && $0.day.year <= last.year
    }
    return "date,name\n" + known.map { "\($0.day),\($0.name)\n" }.joined()
  }

  private func stamp(of slot: Slot) -> String {
    recipe.slot.count == 1440
      ? "\(slot.day)" : "\(slot.day)T\(LocalTime(minutes: slot.minute)):00"
  }
}
