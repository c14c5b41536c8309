"""Writes zone_readings.csv: what Python's zoneinfo says of some clocks at some moments.

    python3 make_zone_readings.py ZONEINFO_FOLDER... > zone_readings.csv

Moments: both sides of a seeded sample of clock changes of 1970-2040, moments drawn at random from
those years, and three of later centuries, where only the yearly rule speaks. A moment is written
only if all folders agree; the file in git was made with tzdata 2025b (a distribution's folder) and
2026f (PyPI's tzdata 2026.6), whose zones changed between them are left out.
"""

import random
import sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, reset_tzpath

ZONES = """
    Africa/Cairo Africa/Johannesburg Africa/Lagos America/Argentina/Buenos_Aires America/Bogota
    America/Chicago America/Los_Angeles America/Mexico_City America/New_York America/Santiago
    America/Sao_Paulo America/St_Johns Antarctica/Troll Asia/Beirut Asia/Dubai Asia/Jerusalem
    Asia/Kathmandu Asia/Kolkata Asia/Manila Asia/Seoul Asia/Shanghai Asia/Singapore Asia/Tehran
    Asia/Tokyo Atlantic/Azores Australia/Lord_Howe Australia/Sydney Europe/Berlin Europe/Dublin
    Europe/Istanbul Europe/Lisbon Europe/London Europe/Moscow Europe/Vienna Europe/Warsaw
    Pacific/Apia Pacific/Auckland Pacific/Chatham Pacific/Kiritimati
""".split()
FIRST, LAST = 0, 2_208_988_800  # 1970-01-01 and 2040-01-01
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def reading(zone, second):
    """Seconds east of Greenwich and the abbreviation."""
    local = (EPOCH + timedelta(seconds=second)).astimezone(zone)
    return int(local.utcoffset().total_seconds()), local.tzname()


def changes(zone):
    """Seconds at which the offset changes, found by halving between six-hourly looks."""
    step = 6 * 3600
    for low in range(FIRST, LAST, step):
        high = low + step
        before = reading(zone, low)[0]
        if before == reading(zone, high)[0]:
            continue
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if reading(zone, middle)[0] == before else (low, middle)
        yield high


def zones(name):
    for folder in sys.argv[1:]:
        reset_tzpath([folder])
        ZoneInfo.clear_cache()
        yield ZoneInfo(name)


def main():
    print("zone,second,offset,abbreviation")
    for name in ZONES:
        draw = random.Random(name)
        editions = list(zones(name))
        found = list(changes(editions[0]))
        sample = draw.sample(found, min(8, len(found)))
        moments = [second for change in sample for second in (change - 1, change)]
        moments += [draw.randrange(FIRST, LAST) for _ in range(6)]
        # Between 2099 and 2101, in the 25th century, and among the last years that Python knows.
        for year in (2099, 2444, 9990):
            moments.append((datetime(year, 1, 1, tzinfo=timezone.utc) - EPOCH).days * 86_400
                           + draw.randrange(2 * 365 * 86_400))
        for second in sorted(moments):
            answers = {reading(zone, second) for zone in editions}
            if len(answers) == 1:
                offset, abbreviation = answers.pop()
                print(f"{name},{second},{offset},{abbreviation}")


main()
