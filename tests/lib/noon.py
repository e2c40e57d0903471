"""Goes to a time zone where it is noon: what is today or tomorrow does not change while a test
runs, whenever that is."""
import os
import time


def set_noon():
    # Its sign is the other way round: GMT-8 is ahead.
    os.environ['TZ'] = f'Etc/GMT{time.gmtime().tm_hour - 12:+d}'
    time.tzset()
    assert abs(time.localtime().tm_hour - 12) <= 1, os.environ['TZ']
