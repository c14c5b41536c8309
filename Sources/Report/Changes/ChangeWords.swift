import Workforce

/// The words of change lists: all that there is to say in another language.
enum ChangeWords {
  static let title = "Changes of shifts"
  static let nothing = "nothing changes"
  static let times = "times of"
  static let paid = "paid"
  static let breaks = "breaks"
  static let template = "shift"
  static let zone = "zone"
  static let none = "none"
  /// Of a shift that stays where it is on the wall clock, while the rules of the zone changed.
  static let sameClock = "by the clock as before, but in truth"
  static let first = "(first)"
  static let second = "(second)"

  static func publication(_ number: Int) -> String { "publication \(number)" }

  static func name(of kind: ShiftChange.Kind) -> String {
    switch kind {
    case .added: "added"
    case .moved: "moved"
    case .changed: "changed"
    case .cancelled: "cancelled"
    }
  }
}
