"""Prints the days of a calendar file's events, as the Python package recurring-ical-events has them.

Usage: expand_feed.py FILE.ics FIRST_YEAR LAST_YEAR      (a line a day: date, tab, summary)
"""

import datetime
import sys

import icalendar
import recurring_ical_events

with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())
first = datetime.date(int(sys.argv[2]), 1, 1)
last = datetime.date(int(sys.argv[3]) + 1, 1, 1)
for event in recurring_ical_events.of(calendar).between(first, last):
    start, end = event.start, event.end
    for offset in range(max(1, (end - start).days)):
        day = start + datetime.timedelta(days=offset)
        if first <= day < last:
            print(day, event["SUMMARY"], sep="\t")
