#!/usr/bin/python3
"""Promises are made with a complaint, from a customer's file and by hand; then the log of them is
worked through: one is kept, one broken with the reason, one released in the customer's words. By
keyboard alone, through the real window.

usage: promises.py HUIFANG HUIFANGCTL [FOLDER FOR PICTURES]
"""
import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'lib'))
from call import sit_down  # noqa: E402
from database import Database  # noqa: E402
from desk import quit_with, run_tests, wait_until  # noqa: E402

PROGRAM, CTL = sys.argv[1:3]
CUSTOMERS = ('code,name,phone,status,account manager,language\n'
             'C1,Wang,13812345678,active,Li,en\n'
             'C2,Zhao,13900001111,active,Chen,en\n')
ANSWER, INVOICE, CALL = 'Answer the complaint', 'Send the invoice', 'Have the manager call'
N_PROMISES = 'SELECT count(*) FROM promise'
STATE = 'SELECT state FROM promise WHERE what = ?'


def make_firm(desk):
    path = f'{desk.folder}/firm.huifang'
    table = pathlib.Path(desk.folder) / 'customers.csv'
    table.write_text(CUSTOMERS, encoding='utf-8')
    for command in ('init',), ('import', 'customers', str(table)):
        subprocess.run([CTL, '--database', path, *command], check=True, stdout=subprocess.DEVNULL)
    return Database(path)


def wait_for_window(title):
    """Until the keyboard is in a window; it goes to its first entry before it shows."""
    def has_it():
        name = subprocess.run(['xdotool', 'getactivewindow', 'getwindowname'], check=False,
                              capture_output=True, text=True).stdout
        return name.strip() == title
    wait_until(has_it, f'the window “{title}”')


def promise_with_a_complaint(desk, database):
    desk.key('ctrl+3')
    desk.wait_for_words('No complaint')
    desk.key('ctrl+n')
    desk.wait_for_words('New complaint')
    desk.type('5678')
    desk.wait_for_words('13812345678')
    desk.key('Return')
    desk.wait_for_words('C1 · 13812345678')
    desk.type('The brakes squeak')
    desk.key('ctrl+Return')
    database.wait_for(1, N_PROMISES)
    desk.wait_for_words(ANSWER)


def promise_by_hand(desk, database, what):
    before = database.value(N_PROMISES)
    desk.key('ctrl+alt+p')
    wait_for_window('New Promise')
    desk.type('zhao')
    desk.wait_for_words('C2 · 13900001111')
    desk.key('Return')
    desk.type(what)
    desk.key('Return')
    database.wait_for(before + 1, N_PROMISES)
    wait_for_window('Huifang')


def end(desk, database, promise, key, title, words, state):
    what, left = promise
    desk.wait_for_words(what, 'panel')
    desk.wait_for_words('Kept…', 'push button')
    desk.key(key)
    wait_for_window(title)
    if state != 'kept':
        desk.key('Return')
        desk.wait_for_words('Write it down: it stays in the history.')
    desk.type(words)
    desk.key('Return')
    database.wait_for(state, STATE, what)
    assert database.rows('SELECT p.note, s.name, m.name FROM promise p '
                         'JOIN staff s ON s.id = p.ended_by_id JOIN staff m ON m.id = p.made_by_id '
                         'WHERE p.what = ?', what) == [(words, 'Li', 'Li')]
    wait_for_window('Huifang')
    desk.wait_for_words(left)


def the_log_is_worked_through(desk):
    database = make_firm(desk)
    sit_down(desk, PROGRAM, database, 'Li')
    promise_with_a_complaint(desk, database)
    promise_by_hand(desk, database, INVOICE)
    promise_by_hand(desk, database, CALL)
    desk.key('ctrl+8')
    desk.wait_for_words('3 promises')
    desk.go_to('Tab', f'{ANSWER}, Wang')
    end(desk, database, (ANSWER, '2 promises'), 'k', 'Promise Kept', 'By phone', 'kept')
    end(desk, database, (INVOICE, '1 promise'), 'b', 'Promise Broken', 'No paper', 'broken')
    end(desk, database, (CALL, 'No promise is waiting to be kept.'), 'r',
        'Released by the Customer', 'Never mind', 'released')
    kinds = database.rows('SELECT kind, state FROM promise_event ORDER BY at, id')
    assert kinds == [('ended', 'kept'), ('ended', 'broken'), ('ended', 'released')], kinds
    said = subprocess.run([CTL, '--database', database.path, 'figures', '--json'], check=True,
                          capture_output=True, text=True).stdout
    made = json.loads(said)['promises']
    assert (made['made'], made['kept'], made['broken'], made['released']) == (3, 1, 1, 1), made
    subprocess.run([CTL, '--database', database.path, 'check'], check=True,
                   stdout=subprocess.DEVNULL)


if __name__ == '__main__':
    quit_with(run_tests([the_log_is_worked_through], sys.argv[3] if len(sys.argv) > 3 else None))
