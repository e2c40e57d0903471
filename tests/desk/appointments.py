#!/usr/bin/python3
"""An appointment by keyboard alone, through the real window: a customer asks to be called back, the
appointment stands under its day and its week, is moved, reminds, and is kept.

usage: appointments.py HUIFANG HUIFANGCTL [FOLDER FOR PICTURES]
"""
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'lib'))
from database import Database, call_at_any_hour  # noqa: E402
from desk import quit_with, run_tests  # noqa: E402

PROGRAM, CTL = sys.argv[1:3]
# As GTK tells of a window that is made from a template.
WINDOW = 'filler'
CUSTOMERS = 'code,name,phone,status\nC0001,Wang,13812345678,lost\n'
APPOINTMENT = 'SELECT appointment_at FROM call_task WHERE appointment_at > 0'


def open_program(desk):
    path = f'{desk.folder}/firm.huifang'
    table = pathlib.Path(desk.folder) / 'customers.csv'
    table.write_text(CUSTOMERS, encoding='utf-8')
    subprocess.run([CTL, '--database', path, 'init'], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([CTL, '--database', path, 'import', 'customers', str(table)], check=True,
                   stdout=subprocess.DEVNULL)
    call_at_any_hour(CTL, path)
    desk.start([PROGRAM, '--database', path])
    desk.wait_for_words('Calls to make')
    return Database(path)


def log(desk, *keys):
    """Finds the customer, and logs a call by keys."""
    desk.key('ctrl+k')
    desk.wait_for_words('Pages and commands')
    desk.type('C0001')
    desk.wait_for_words('C0001')
    desk.key('ctrl+l')
    desk.wait_for_words('Log a Call', WINDOW)
    desk.wait_for_words('Wang')
    desk.key(*keys)
    desk.wait_until_gone('Log a Call', WINDOW)


def tomorrow_at_ten():
    day = time.localtime(time.time() + 24 * 3600)
    return int(time.mktime((day.tm_year, day.tm_mon, day.tm_mday, 10, 0, 0, 0, 0, -1))) * 1000000


def move_to_soon(desk, database):
    """Moves the appointment that is selected, by its key."""
    soon = int(time.time() // 60 + 3) * 60
    desk.key('m')
    desk.wait_for_words('Wang, so far tomorrow 10:00')
    desk.type(time.strftime('%Y-%m-%d %H:%M', time.localtime(soon)))
    desk.key('Return')
    desk.wait_until_gone('Wang, so far')
    database.wait_for(soon * 1000000, APPOINTMENT)


def an_appointment_is_made_moved_and_kept(desk):
    desk.watch_notifications()
    database = open_program(desk)
    expected = tomorrow_at_ten()
    log(desk, '3', 't', 'Return')
    database.wait_for(expected, APPOINTMENT)

    # It stands under its day, and under its week.
    desk.key('ctrl+7')
    desk.wait_for_words('No appointment on this day')
    desk.key('Right')
    desk.wait_for_words('10:00 Wang, Lost-customer interview')
    desk.key('w')
    desk.wait_for_words('Sun ')
    desk.wait_for_words('10:00 Wang, Lost-customer interview')

    # Moved to in a few minutes, it reminds, and the reminder begins the call.
    move_to_soon(desk, database)
    desk.wait_for_notification('+ Call Wang: ')
    desk.wait_for_words('Call Wang: ')
    desk.press_notification('Call Now')
    desk.wait_for_words('1 / ')
    desk.wait_until_gone('Call Wang: ')
    desk.key('ctrl+f')
    desk.wait_for_words('How did the call end?')
    desk.key('3', 't', 'Return')
    database.wait_for(expected, APPOINTMENT)

    # Whoever kept it is reminded no more.
    desk.key('ctrl+7')
    desk.wait_for_words('10:00 Wang, Lost-customer interview')
    move_to_soon(desk, database)
    desk.wait_for_words('Call Wang: ')
    log(desk, '1', 'Return')
    database.wait_for(None, APPOINTMENT)
    desk.wait_for_notification('- Call Wang: ')
    desk.wait_until_gone('Call Wang: ')


if __name__ == '__main__':
    quit_with(run_tests([an_appointment_is_made_moved_and_kept],
                        sys.argv[3] if len(sys.argv) > 3 else None))
