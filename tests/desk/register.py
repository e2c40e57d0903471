#!/usr/bin/python3
"""An anonymous complaint is taken by keyboard while the customer talks and attached to a customer
afterwards by the number they left; words in the note of a call are registered as a complaint.

usage: register.py HUIFANG HUIFANGCTL [FOLDER FOR PICTURES]
"""
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'lib'))
from database import Database  # noqa: E402
from desk import quit_with, run_tests, wait_until  # noqa: E402

PROGRAM, CTL = sys.argv[1:3]
# As GTK tells of a window that is made from a template.
WINDOW = 'filler'
CUSTOMERS = 'code,name,phone,status\nC1,Wang,13812345678,active\nC2,Zhao,13900001111,active\n'
WORDS = 'Nobody called me back'
NOTE = 'Was kept waiting and wants a refund'
WHOSE = ('SELECT c.code, m.words, m.phone FROM complaint m LEFT JOIN customer c ON c.id = m.customer_id')


def open_program(desk):
    path = f'{desk.folder}/firm.huifang'
    table = pathlib.Path(desk.folder) / 'customers.csv'
    table.write_text(CUSTOMERS, encoding='utf-8')
    for command in ('init',), ('import', 'customers', str(table)):
        subprocess.run([CTL, '--database', path, *command], check=True, stdout=subprocess.DEVNULL)
    desk.start([PROGRAM, '--database', path])
    return Database(path)


def wait_for_rows(database, *rows):
    wait_until(lambda: database.rows(WHOSE) == list(rows), f'{rows}')


def an_anonymous_complaint_finds_its_customer(desk):
    database = open_program(desk)
    desk.wait_for_words('Today')
    desk.key('ctrl+3')
    desk.wait_for_words('No complaint')
    desk.key('ctrl+n')
    desk.wait_for_words('New complaint')
    # Nobody is named, and Enter goes on to what happened.
    desk.key('Return')
    desk.type(WORDS)
    desk.key('ctrl+Return')
    wait_for_rows(database, (None, WORDS, None))
    desk.wait_for_words('Anonymous')
    wait_until(lambda: desk.find('Attach to a Customer…', 'push button').queryAction().doAction(0),
               'the button')
    desk.wait_for_words('Whose Complaint Is It?')
    desk.type('5678')
    desk.wait_for_words('C1 · 13812345678')
    desk.key('Return')
    wait_for_rows(database, ('C1', WORDS, '13812345678'))
    desk.hear('The complaint is one of Wang now')


def words_in_a_note_are_registered(desk):
    database = open_program(desk)
    desk.wait_for_words('Today')
    desk.key('ctrl+k')
    desk.wait_for_words('Pages and commands')
    desk.type('C2')
    desk.wait_for_words('C2')
    desk.key('ctrl+l')
    desk.wait_for_words('Log a Call', WINDOW)
    desk.wait_for_words('Zhao')
    desk.key('5', 'Return')
    desk.wait_for_words('This outcome needs a note: what happened?')
    desk.type(NOTE)
    desk.key('ctrl+Return')
    desk.wait_until_gone('Log a Call', WINDOW)
    desk.key('ctrl+3')
    desk.wait_for_words('Perhaps complaints: 1')
    desk.go_to('Tab', 'Perhaps complaints: 1', None)
    desk.key('Return')
    desk.wait_for_words(NOTE)
    desk.go_to('Tab', 'Register…', None)
    desk.key('r')
    desk.wait_for_words('New complaint')
    desk.wait_for_words('C2 · 13900001111')
    desk.key('ctrl+Return')
    wait_for_rows(database, ('C2', NOTE, '13900001111'))
    assert database.rows('SELECT state FROM complaint_hint') == [('registered',)]
    desk.wait_until_gone('Perhaps complaints: 1')


if __name__ == '__main__':
    quit_with(run_tests([an_anonymous_complaint_finds_its_customer, words_in_a_note_are_registered],
                        sys.argv[3] if len(sys.argv) > 3 else None))
