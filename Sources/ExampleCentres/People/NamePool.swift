import Statistics

/// Given and family names that may stand together; the people made of them are invented.
struct NamePool: Sendable {
  let given: [String]
  let family: [String]

  /// A name that is not among those taken.
  func name(
    besides taken: inout Set<String>, using generator: inout Generator
  ) -> String {
    let free = given.flatMap { given in family.map { "\(given) \($0)" } }
      .filter { !taken.contains($0) }
    let name = free[generator.index(below: free.count)]
    taken.insert(name)
    return name
  }
}

extension NamePool {
  static let austrian = NamePool(
    given: [
      "Leonie", "Tobias", "Jasmin", "Florian", "Klara", "Sebastian", "Theresa", "Jürgen", "Käthe",
      "Matthias", "Marlene", "Günther", "Valentina", "Moritz",
    ],
    family: [
      "Haslbrunner", "Öllerer", "Wieshofer", "Größing", "Kirchschläger", "Pichlmüller", "Zwettler",
      "Steinwandtner", "Bärnthaler", "Rauchegger", "Mühlgassner", "Trattnig",
    ])

  static let danubian = NamePool(
    given: [
      "Miloš", "Željka", "Eszter", "Łukasz", "Noémi", "Zeynep", "Emre", "Ružica", "Ákos", "Şule",
      "Dušan", "Kateřina",
    ],
    family: [
      "Dragutinac", "Fülöpházi", "Brzezicki", "Charvát", "Ağaçlı", "Šimunčić", "Kőszegváry",
      "Yıldırımer", "Đorđanić", "Průhonský",
    ])

  static let persian = NamePool(
    given: ["شیرین", "بابک", "نیلوفر", "آرش", "مهسا", "کیان"],
    family: ["نیک‌پور", "رستگاران", "بهارلویی", "سپهریان", "گلستانه"])

  static let persianInLatin = NamePool(
    given: ["Shīrīn", "Bābak", "Nilufar", "Ārash", "Mahsā", "Kiyān"],
    family: ["Nikpur-Rād", "Rastegārān", "Bahārlu", "Sepehriān", "Golestāne"])

  static let french = NamePool(
    given: [
      "Maëlle", "Jérôme", "Anaïs", "Benoît", "Aïssatou", "François-Xavier", "Chloé", "Léonce",
      "Hélène", "Mamadou",
    ],
    family: [
      "Lefrançois-Dubreuil", "Garçonnet", "Châtelguyon", "Ouédraogou", "Bérangeur", "Delahaÿe",
      "N'Diayette", "Mérimont", "Prévostel",
    ])

  static let spanish = NamePool(
    given: [
      "María José", "Andrés", "Catalina", "Íñigo", "Lucía", "Óscar Iván", "Begoña", "Julián",
      "Ángela", "Santiago", "Yésica", "Héctor", "Paloma", "Camilo",
    ],
    family: [
      "Peñaranda Ruvalcaba", "Ordóñez Tibaquirá", "Zúñigo", "Echavarren", "Güizado", "Montealegre",
      "Cifuentes Ñustes", "Barragán", "Villamizar Soto", "Quiñonero", "Arbeláez", "Saldarriaga",
    ])

  static let indian = NamePool(
    given: [
      "Ananya", "Rohan", "Lakṣmī", "Vikram", "Meenakshi", "Arjun", "Divya", "Sandeep", "Padmini",
      "Farhan", "Gurleen", "Kartik", "Ishita", "Nandan",
    ],
    family: [
      "Deshpandekar", "Raghunathan", "Choudharybir", "Iyengarwal", "Bhattacharjya", "Menonkutty",
      "Śrīvatsan", "Qureshiwala", "Kulkarnath", "Gowdappa", "Sandhuvir",
    ])

  static let auckland = NamePool(
    given: [
      "Wiremu", "Aroha", "Sione", "Mele", "Hēmi", "Mārama", "Charlotte", "Liam", "Tāne", "Isla",
      "Xiǎoméi", "Leilani",
    ],
    family: [
      "Tāmihanara", "Ngātairua", "O'Sullivane", "Faʻasavalu-Lome", "Whitcombe-Rae", "Pōtikirau",
      "Tuʻipulu", "McAllister-Ho", "Rangihauora", "Zhāngwěi",
    ])
}
