import CGLPK

/// The one door to C: what a guarded call answers becomes a fault, or is handed on if it is one of
/// GLPK's own return codes or a cancellation.
@discardableResult
func passing(_ answer: Int32) throws(Fault) -> Int32 {
  switch Int(answer) {
  case NOBAT_FAULT:
    throw Fault(.solver, lastFaultMessage)
  case NOBAT_LOST:
    throw Fault(
      .lost, "The problem went with an earlier fault or cancellation on its thread; make a new one."
    )
  case NOBAT_NESTED:
    throw Fault(
      .nested, "A solve cannot begin inside another's callback; begin it after that one has ended.")
  default:
    return answer
  }
}

/// What GLPK said in this thread's last guarded call, line by line.
var messageLines: [String] {
  let text = unsafe String(cString: nobat_message())
  return text.split(separator: "\n").map(String.init)
}

/// The message of a fault: GLPK writes it last, followed by its own place in the source.
private var lastFaultMessage: String {
  let message = messageLines.last { !$0.hasPrefix("Error detected in file") }
  return message ?? "GLPK gave up without a message."
}

/// Hands names to C: null where a name is empty, and null for all if all are.
func withNames(
  _ names: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Int32
) -> Int32 {
  guard names.contains(where: { !$0.isEmpty }) else { return body(nil) }
  var bytes: [CChar] = []
  var starts: [Int?] = []
  for name in names {
    starts.append(name.isEmpty ? nil : bytes.count)
    for byte in name.utf8 { bytes.append(CChar(bitPattern: byte)) }
    bytes.append(0)
  }
  return unsafe bytes.withUnsafeBufferPointer { buffer in
    let base = buffer.baseAddress
    let pointers = unsafe starts.map { start in
      unsafe start.flatMap { unsafe base?.advanced(by: $0) }
    }
    return unsafe body(pointers)
  }
}
