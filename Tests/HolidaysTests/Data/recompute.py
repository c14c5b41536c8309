"""Prints holidays as the Python package holidays says them, a line for a place, kind and day.

Usage: recompute.py FIRST_YEAR LAST_YEAR [COUNTRY ...]      (without countries: all that the package has)

Fields, parted by tabs: place, kind, date, English names, local names. Names are sorted and joined by
"; "; a name of an estimated date has a "~" behind it. Lines of kind "weekend" hold a year's first 365 days,
"x" for each that is one. It shares nothing with Scripts/holidays: what that takes out of the names, this
mostly asks the package not to put in.
"""

import datetime
import sys

import holidays

KINDS = {
    "public": "public", "bank": "bank", "half_day": "half", "government": "government",
    "optional": "optional", "workday": "observance",
}


def calendar(country, part, category, language, **options):
    return holidays.country_holidays(
        country, subdiv=part, years=years, expand=False, categories=category, language=language,
        **options)


def unmarked(name, label):
    """A name without the word for "estimated", where the package cannot be asked to leave it out."""
    word = label.replace("%s", "").strip(" ()（）")
    return name.replace(f" ({word})", "").replace(f", {word})", ")") if word else name


def print_place(country, part):
    kind_of = getattr(holidays, country)
    own = kind_of.default_language
    speaks_english = own is None or own.startswith("en")
    english = own if speaks_english else "en_US"
    options = {
        name: False for name in kind_of.get_supported_options() if name.endswith("show_estimated")
    }
    place = f"{country}-{part}" if part else country
    for category, kind in KINDS.items():
        if category not in kind_of.supported_categories:
            continue
        marked = calendar(country, part, category, english)
        plain = calendar(country, part, category, english, **options)
        local = plain if speaks_english else calendar(country, part, category, own, **options)
        for day in sorted(marked):
            estimated = {
                name.replace(" (estimated)", "").replace(", estimated)", ")")
                for name in marked.get_list(day) if "estimated)" in name
            }
            names = {
                name.replace(" (estimated)", "").replace(", estimated)", ")")
                for name in plain.get_list(day)
            }
            names = sorted(name + ("~" if name in estimated else "") for name in names)
            label = local.tr(getattr(local, "estimated_label", ""))
            own_names = sorted(unmarked(name, label) for name in local.get_list(day))
            print(place, kind, day, "; ".join(names), "; ".join(own_names), sep="\t")
        if category == "public":
            for day in sorted(marked.weekend_workdays):
                if day.year in years:
                    print(place, "workday", day, "", "", sep="\t")
            for year in years:
                days = [datetime.date(year, 1, 1) + datetime.timedelta(days=n) for n in range(365)]
                print(place, "weekend", year, "".join("-x"[marked.is_weekend(d)] for d in days),
                      sep="\t")


years = range(int(sys.argv[1]), int(sys.argv[2]) + 1)
for country in sys.argv[3:] or sorted(holidays.list_supported_countries(include_aliases=False)):
    for part in [None, *sorted(getattr(holidays, country).subdivisions)]:
        print_place(country, part)
