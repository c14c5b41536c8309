import GLPK
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Formats")
struct FormatsTests {
  /// A folder that is there while the body runs.
  private func inFolder<T>(_ body: (String) throws -> T) throws -> T {
    var template = Array("/tmp/glpk-tests-XXXXXX".utf8CString)
    let made = mkdtemp(&template)
    _ = try #require(made)
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer {
      for name in names(in: folder) { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }
    return try body(folder)
  }

  private func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private func write(_ text: String, to path: String) throws {
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
  }

  private var mixed: Model {
    var model = Model()
    let x = model.variable("x", in: (-2)...4)
    let y = model.variable("y", in: 0..., .integer)
    let z = model.variable("z", in: Bounds.free)
    model.add("both", (x + y).within(1...6))
    model.add("low", y - z >= -3)
    model.add("same", x + z == 1.5)
    model.maximize(x + 2 * y - 0.5 * z + 7)
    return model
  }

  @Test(
    "A model comes back from a file as it was",
    arguments: [
      Model.Format.lp, .fixedMPS, .freeMPS,
    ])
  func roundTrip(format: Model.Format) throws {
    try inFolder { folder in
      let path = "\(folder)/model.txt"
      try mixed.write(to: path, as: format)
      #expect(names(in: folder) == ["model.txt"])
      let back = try Model(contentsOf: path, as: format)
      // LP gives the row with two bounds and the constant a variable each.
      let names = ["x", "y", "z"]
      #expect(Set(back.variableNames).isSuperset(of: names))
      #expect(back.variableCount == (format == .lp ? 5 : 3))
      #expect(back.rowNames == ["both", "low", "same"])
      for index in 0..<3 {
        let variable = Variable(index)
        let place = try #require(back.variableNames.firstIndex(of: names[index]))
        #expect(back.bounds(of: Variable(place)) == mixed.bounds(of: variable))
        #expect(back.kind(of: Variable(place)) == mixed.kind(of: variable))
      }
      // MPS knows only the minimum, so the sign turns. x + y <= 6, z = 1.5 - x, z <= y + 3 and
      // x + 2y - (1.5 - x) / 2 + 7 = 1.5x + 2y + 6.25: best is y = 8, x = -2, 19.25.
      let sign: Double = format == .lp ? 1 : -1
      #expect(try mixed.solve().best?.objective == 19.25)
      #expect(try back.solve().best?.objective == sign * 19.25)
      #expect(back.direction == (format == .lp ? .maximize : .minimize))
    }
  }

  @Test("A file named .gz is compressed and read again")
  func compressed() throws {
    try inFolder { folder in
      let path = "\(folder)/model.lp.gz"
      try mixed.write(to: path, as: .lp)
      let file = try #require(fopen(path, "r"))
      defer { fclose(file) }
      // The magic number of RFC 1952, section 2.3.1.
      #expect(fgetc(file) == 0x1f && fgetc(file) == 0x8b)
      #expect(try Model(contentsOf: path, as: .lp).solve().best?.objective == 19.25)
    }
  }

  @Test("MathProg is translated with its data")
  func mathProg() throws {
    try inFolder { folder in
      try write(
        """
        set SHIFTS;
        param pay{SHIFTS};
        param need;
        var n{s in SHIFTS} >= 0, integer;
        minimize cost: sum{s in SHIFTS} pay[s] * n[s];
        s.t. noon: sum{s in SHIFTS} n[s] >= need;
        s.t. spare: n['late'] >= 2.5;
        end;
        """, to: "\(folder)/week.mod")
      try write(
        "set SHIFTS := early late; param pay := early 8 late 9; param need := 14; end;\n",
        to: "\(folder)/week.dat")
      let model = try Model(mathProg: "\(folder)/week.mod", data: "\(folder)/week.dat")
      // 11 early and 3 late: 88 + 27.
      #expect(try model.solve().best?.objective == 115)
    }
  }

  @Test("A broken file is a fault that names the line")
  func brokenFile() throws {
    try inFolder { folder in
      let path = "\(folder)/broken.lp"
      try write("Minimize\n obj: x + y\nSubject To\n c1: x + + <= 3\nEnd\n", to: path)
      let fault = #expect(throws: Fault.self) { try Model(contentsOf: path, as: .lp) }
      #expect(fault?.kind == .file)
      #expect(fault?.message.hasPrefix("\(path):4: ") == true)
      let mathProg = #expect(throws: Fault.self) { try Model(mathProg: path) }
      #expect(mathProg?.kind == .file)
      #expect(try mixed.solve().ending == .optimal)
    }
  }

  @Test("Devices, folders and missing files are refused")
  func refusals() throws {
    for path in ["/dev/stdin", "/dev/stdout", "/dev/null", "/tmp", "/no/such/file", ""] {
      let fault = #expect(throws: Fault.self) { try Model(contentsOf: path, as: .lp) }
      #expect(fault?.kind == .file)
    }
    for path in ["/dev/stdout", "/dev/null", "/tmp", "/tmp/", "/no/such/folder/file", ""] {
      let fault = #expect(throws: Fault.self) { try mixed.write(to: path, as: .lp) }
      #expect(fault?.kind == .file)
    }
  }

  @Test("A model that cannot be written leaves the old file as it was")
  func nothingLost() throws {
    try inFolder { folder in
      let path = "\(folder)/model.lp"
      try mixed.write(to: path, as: .lp)
      var wrong = mixed
      wrong.add(.nan * Variable(0) <= 1)
      #expect(throws: Fault.self) { try wrong.write(to: path, as: .lp) }
      #expect(try Model(contentsOf: path, as: .lp).rowNames == ["both", "low", "same"])
      #expect(names(in: folder) == ["model.lp"])
    }
  }
}
