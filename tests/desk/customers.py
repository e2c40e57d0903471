#!/usr/bin/python3
"""Customers by keyboard alone, through the real window: a new one, a change, and a spreadsheet
that comes in.

usage: customers.py HUIFANG HUIFANGCTL [FOLDER FOR PICTURES]
"""
import contextlib
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'lib'))
from database import Database  # noqa: E402
from desk import quit_with, run_tests, wait_until  # noqa: E402

PROGRAM, CTL = sys.argv[1:3]
# As GTK tells of a window that is made from a template.
WINDOW = 'filler'
# How often, and for how many seconds each, it is tried to type a path.
MOST_TRIES, COMPLETION = 8, 10
NAME_OF = 'SELECT name FROM customer WHERE code = ?'


def open_program(desk):
    path = f'{desk.folder}/firm.huifang'
    subprocess.run([CTL, '--database', path, 'init'], check=True, stdout=subprocess.DEVNULL)
    desk.start([PROGRAM, '--database', path])
    desk.wait_for_words('Nothing to call today')
    desk.key('ctrl+2')
    desk.wait_for_words('No customers yet')
    return Database(path)


def save_customer(desk, database, code):
    desk.key('ctrl+alt+n')
    desk.wait_for_words('New Customer', WINDOW)
    desk.type(code)
    desk.key('Tab')
    desk.type('Wang')
    desk.key('ctrl+s')
    database.wait_for('Wang', NAME_OF, code)
    desk.wait_until_gone('New Customer', WINDOW)


def a_customer_is_made_and_changed(desk):
    database = open_program(desk)
    # The keyboard is on the list of pages now.
    save_customer(desk, database, 'C1')
    # From the search, too.
    desk.key('ctrl+f', 'ctrl+e')
    desk.wait_for_words('Edit Customer', WINDOW)
    desk.type('Li')
    desk.key('ctrl+Return')
    database.wait_for('Li', NAME_OF, 'C1')


def a_customer_asks_not_to_be_called(desk):
    database = open_program(desk)
    save_customer(desk, database, 'C1')
    refusal = 'SELECT do_not_call_reason FROM customer'
    desk.key('ctrl+alt+x')
    desk.wait_for_words('Why not to call')
    # Why stands there already, and can be said in other words.
    desk.key('ctrl+a')
    desk.type('Works at night')
    desk.key('ctrl+s')
    database.wait_for('Works at night', refusal)
    desk.wait_for_words(': Works at night.')
    desk.key('alt+a')
    database.wait_for(None, refusal)
    desk.wait_until_gone(': Works at night.')


def a_customer_gets_tags(desk):
    database = open_program(desk)
    save_customer(desk, database, 'C1')
    desk.key('ctrl+f', 'ctrl+e')
    desk.wait_for_words('Edit Customer', WINDOW)
    # From the name over company, language and its choices to the tags.
    desk.key('Tab', 'Tab', 'Tab', 'Tab')
    desk.type('fleet,old,')
    desk.key('BackSpace')
    desk.type('loyal')
    desk.key('Return', 'ctrl+s')
    database.wait_for('fleet,loyal', 'SELECT tags FROM customer')


def keys_of_customers_are_theirs_alone(desk):
    open_program(desk)
    desk.key('ctrl+4', 'ctrl+alt+n', 'ctrl+2')
    desk.wait_for_words('No customers yet')
    assert desk.find('New Customer', WINDOW) is None


def type_path(desk, path):
    """Into the dialog that chooses a file. What GTK adds there to complete a name may come between
    two letters, where the machine is slow: then it is typed again."""
    def stands():
        text = desk.focused().queryText()
        return text.getText(0, text.characterCount) == path
    for _ in range(MOST_TRIES):
        desk.key('ctrl+a')
        desk.type(path)
        with contextlib.suppress(TimeoutError):
            wait_until(stands, f'the path “{path}”', COMPLETION)
            return
    raise TimeoutError(f'the path “{path}” is not taken')


def a_spreadsheet_is_imported(desk):
    database = open_program(desk)
    spreadsheet = pathlib.Path(desk.folder) / 'customers.csv'
    spreadsheet.write_text('code,name,status\nC7,Wang,lost\nC8,Li,gone\n', encoding='utf-8')
    desk.key('ctrl+alt+i')
    desk.wait_for_words('Which spreadsheet?')
    desk.key('Return')
    desk.wait_for_words('Choose a Spreadsheet')
    desk.key('ctrl+l')
    type_path(desk, str(spreadsheet))
    desk.key('Return')
    desk.wait_for_words('1 value means nothing yet: rows with it are rejected.')
    # There is nothing to repair.
    desk.key('alt+n')
    desk.wait_for_words('This will happen')
    assert database.value('SELECT count(*) FROM customer') == 0
    desk.key('alt+i')
    database.wait_for('Wang', NAME_OF, 'C7')
    desk.wait_for_words('1 row imported')
    assert database.value('SELECT count(*) FROM customer') == 1


def two_become_one_and_two_again(desk):
    database = open_program(desk)
    save_customer(desk, database, 'C1')
    save_customer(desk, database, 'C2')
    before = database.rows('SELECT * FROM customer ORDER BY id')
    # The one that was just made is shown.
    desk.key('ctrl+alt+m')
    desk.wait_for_words('With the same phone number, or the same name and branch:')
    desk.key('Return')
    desk.wait_for_words('Purchases of a month that both have')
    desk.key('ctrl+Return')
    database.wait_for(1, 'SELECT count(*) FROM customer')
    desk.wait_for_words('Merged with Wang')
    assert database.value('SELECT code FROM customer_alias') == 'C1'
    desk.key('alt+u')
    database.wait_for(2, 'SELECT count(*) FROM customer')
    desk.wait_until_gone('Merged with Wang')
    assert database.rows('SELECT * FROM customer ORDER BY id') == before


if __name__ == '__main__':
    quit_with(run_tests([a_customer_is_made_and_changed, a_customer_asks_not_to_be_called,
                         a_customer_gets_tags, keys_of_customers_are_theirs_alone,
                         a_spreadsheet_is_imported, two_become_one_and_two_again],
                        sys.argv[3] if len(sys.argv) > 3 else None))
