#!/usr/bin/python3
"""Makes a picture of every page of the program, and of a call.

usage: pictures.py PROGRAM DATABASE FOLDER [--size WIDTHxHEIGHT] [--language CODE] [--dark]

The program runs on a copy of the database, on a display of its own. The pictures are named after
the pages, such as 02-customers.png.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from database import call_at_any_hour  # noqa: E402
from desk import Desk, missing, quit_with  # noqa: E402

PAGES = ('today', 'customers', 'complaints', 'diagnosis', 'reports', 'setup', 'appointments',
         'promises')
STEP = 0.25
LONGEST = 15


def screen():
    """The screen's content, to be compared."""
    return subprocess.run(['import', '-window', 'root', '-depth', '8', 'rgb:-'], check=True,
                          capture_output=True).stdout


def wait_until_still():
    """Until nothing moves any more: what is read is shown, and animations are over."""
    end = time.monotonic() + LONGEST
    before = None
    while time.monotonic() < end:
        now = screen()
        if now == before:
            return
        before = now
        time.sleep(STEP)


class Album:
    def __init__(self, desk, folder):
        self.desk, self.folder, self.count = desk, pathlib.Path(folder), 0

    def add(self, name, *keys):
        """Presses keys, waits until the screen is still, and keeps what shows."""
        self.count += 1
        for key in keys:
            self.desk.key(key)
            time.sleep(STEP)
        wait_until_still()
        self.desk.picture(self.folder / f'{self.count:02}-{name}.png')


def find_ctl(program):
    """The program without a window, installed beside the other or built below it."""
    folder = pathlib.Path(program).resolve().parent
    return next(path for path in (folder / 'huifangctl', folder / 'ctl' / 'huifangctl')
                if path.exists())


def fill(album):
    for number, page in enumerate(PAGES, 1):
        album.add(page, f'ctrl+{number}')
    album.add('call', 'ctrl+1', 'F5')
    album.add('call-consent', 'Return', '1')
    album.add('call-words', 'Return')
    album.desk.type('Since Mr Zhang left nobody called me any more.')
    album.add('call-codebook', 'ctrl+a', 'ctrl+r')
    album.add('call-coded', 'Return')
    album.add('call-reasons', 'ctrl+Return')
    album.add('call-objection', 'F6')
    album.add('call-end', 'ctrl+f')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('program')
    parser.add_argument('database')
    parser.add_argument('folder')
    parser.add_argument('--size', default='1280x800')
    parser.add_argument('--language', default=os.environ.get('LANGUAGE') or 'en')
    parser.add_argument('--dark', action='store_true')
    options = parser.parse_args()
    absent = missing()
    if absent:
        print(f'not installed: {absent}', file=sys.stderr)
        return 1
    with Desk(options.size, options.language, options.dark) as desk:
        copy = pathlib.Path(desk.new_folder()) / pathlib.Path(options.database).name
        shutil.copy(options.database, copy)
        call_at_any_hour(find_ctl(options.program), copy)
        desk.start([options.program, '--database', str(copy)])
        fill(Album(desk, options.folder))
    return 0


if __name__ == '__main__':
    quit_with(main())
