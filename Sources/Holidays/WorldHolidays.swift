import CHolidays

/// The holidays of countries and their parts, as compiled into the program.
package enum WorldHolidays {
  /// The table's bytes, UTF-8.
  static var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: nobat_holidays(), count: nobat_holidays_length())
  }
}
