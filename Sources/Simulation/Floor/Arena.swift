/// The memory of one replication, freed as a whole: a contact takes none of its own.
///
/// The floor works on plain pointers. With arrays in their place, which check every index and every
/// owner, the same replication took longer; `nobat-bench simulate` measures it.
final class Arena {
  private var blocks: [UnsafeMutableRawPointer] = []

  func filled<Element: BitwiseCopyable>(_ count: Int, with value: Element)
    -> UnsafeMutablePointer<Element>
  {
    let block = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
    block.initialize(repeating: value, count: max(1, count))
    blocks.append(UnsafeMutableRawPointer(block))
    return block
  }

  func copy<Element: BitwiseCopyable>(_ values: [Element]) -> UnsafeMutablePointer<Element> {
    let block = UnsafeMutablePointer<Element>.allocate(capacity: max(1, values.count))
    for (index, value) in values.enumerated() { (block + index).initialize(to: value) }
    blocks.append(UnsafeMutableRawPointer(block))
    return block
  }

  deinit {
    for block in blocks { block.deallocate() }
  }
}
