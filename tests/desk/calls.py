#!/usr/bin/python3
"""A call that was made without a guide is logged by keyboard alone, through the real window, and
by few keys.

usage: calls.py HUIFANG HUIFANGCTL [FOLDER FOR PICTURES]
"""
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'lib'))
from database import Database  # noqa: E402
from desk import quit_with, run_tests  # noqa: E402

PROGRAM, CTL = sys.argv[1:3]
# As GTK tells of a window that is made from a template.
WINDOW = 'filler'
CUSTOMERS = 'code,name,phone,status\nC0001,Wang,13812345678,lost\nC0002,Li,13900001111,active\n'
CALLS = ('SELECT a.outcome, a.note, a.kind FROM call_attempt a JOIN customer c '
         'ON c.id = a.customer_id WHERE c.code = ? ORDER BY a.id')


def open_program(desk):
    path = f'{desk.folder}/firm.huifang'
    table = pathlib.Path(desk.folder) / 'customers.csv'
    table.write_text(CUSTOMERS, encoding='utf-8')
    subprocess.run([CTL, '--database', path, 'init'], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([CTL, '--database', path, 'import', 'customers', str(table)], check=True,
                   stdout=subprocess.DEVNULL)
    desk.start([PROGRAM, '--database', path])
    desk.wait_for_words('Calls to make')
    return Database(path)


def log(desk, name, *keys):
    """Opens the log by its key, waits for the customer's name there, and ends it by keys."""
    desk.key('ctrl+l')
    desk.wait_for_words('Log a Call', WINDOW)
    desk.wait_for_words(name)
    desk.key(*keys)


def today_logs_who_is_next_by_three_keys(desk):
    database = open_program(desk)
    log(desk, 'Wang', '8', 'Return')
    desk.wait_until_gone('Log a Call', WINDOW)
    assert database.rows(CALLS, 'C0001') == [('busy', None, 'lost')]
    # The customer waits again, and for as long as the outcome says.
    task = database.rows('SELECT state, attempts, due_at > last_attempt_at FROM call_task')
    assert task == [('waiting', 1, 1)], task
    desk.wait_for_words('calls made today')
    desk.wait_until_gone('Calls to make')


def search_logs_whom_it_finds(desk):
    database = open_program(desk)
    desk.key('ctrl+k')
    desk.wait_for_words('Pages and commands')
    desk.type('C0002')
    desk.wait_for_words('C0002')
    log(desk, 'Li', '5', 'Return')
    # A hard refusal needs a note, and the keyboard stands where it is typed.
    desk.wait_for_words('This outcome needs a note: what happened?')
    desk.type('Too many calls')
    desk.key('ctrl+Return')
    desk.wait_until_gone('Log a Call', WINDOW)
    assert database.rows(CALLS, 'C0002') == [('refused-hard', 'Too many calls', 'follow_up')]


if __name__ == '__main__':
    quit_with(run_tests([today_logs_who_is_next_by_three_keys, search_logs_whom_it_finds],
                        sys.argv[3] if len(sys.argv) > 3 else None))
