#!/usr/bin/python3
"""A complaint is taken while the customer talks, worked on until it is answered, kept from being
closed, followed up by somebody else, and closed: by keyboard alone, through the real window.

usage: complaints.py HUIFANG HUIFANGCTL [FOLDER FOR PICTURES]
"""
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'lib'))
from call import finish, sit_down, start_next_call  # noqa: E402
from database import Database, call_at_any_hour, let_days_pass  # noqa: E402
from desk import quit_with, run_tests, wait_until  # noqa: E402

PROGRAM, CTL = sys.argv[1:3]
CUSTOMERS = ('code,name,phone,status,account manager,language\n'
             'C1,Wang,13812345678,active,Li,en\n'
             'C2,Zhao,13900001111,active,Chen,en\n')
WORDS = 'The brakes squeak again after the repair'
# What is said at each step, and where the complaint stands then.
STEPS = (('Looked up the repair', 'tracked'), ('Told her who sees to it', 'acknowledged'),
         ('Brakes are safety', 'assessed'), ('The workshop looks at them', 'investigating'),
         ('New pads, free of charge', 'responded'), ('She agrees', 'communicated'))
FOLLOW_UP_DAYS = 2
STATUS = 'SELECT status FROM complaint'
LOCKED = 'No second follow-up has asked yet whether the customer is satisfied.'


def make_firm(desk):
    path = f'{desk.folder}/firm.huifang'
    table = pathlib.Path(desk.folder) / 'customers.csv'
    table.write_text(CUSTOMERS, encoding='utf-8')
    for command in ('init',), ('import', 'customers', str(table)):
        subprocess.run([CTL, '--database', path, *command], check=True, stdout=subprocess.DEVNULL)
    call_at_any_hour(CTL, path)
    return Database(path)


def take_it(desk, database):
    desk.key('ctrl+3')
    desk.wait_for_words('No complaint')
    desk.key('ctrl+n')
    desk.wait_for_words('New complaint')
    desk.type('5678')
    desk.wait_for_words('13812345678')
    desk.key('Return')
    desk.wait_for_words('C1 · 13812345678')
    desk.type(WORDS)
    desk.key('ctrl+Return')
    database.wait_for('received', STATUS)
    assert database.rows('SELECT c.code, m.words, s.name FROM complaint m '
                         'JOIN customer c ON c.id = m.customer_id '
                         'JOIN staff s ON s.id = m.taken_by_id') == [('C1', WORDS, 'Li')]


def work_on_it(desk, database):
    for note, status in STEPS:
        desk.wait_for_keyboard('text')
        desk.type(note)
        desk.key('Return')
        database.wait_for(status, STATUS)
        wait_until(lambda words=note: desk.find(words, 'label'), f'the step “{note}”')


def be_kept_from_closing(desk, database):
    desk.wait_for_words(LOCKED)
    desk.wait_for_keyboard('text')
    desk.type('Done')
    desk.key('Return')
    desk.wait_for_words(LOCKED)
    assert database.value(STATUS) == STEPS[-1][1]
    # Who dealt with it is told that the call that asks her is somebody else's.
    let_days_pass(database, FOLLOW_UP_DAYS)
    desk.key('ctrl+1')
    desk.wait_for_words('for a colleague: you dealt with it')


def follow_it_up(desk, database):
    sit_down(desk, PROGRAM, database, 'Chen')
    call = start_next_call(desk, database)
    call.answer('opening', 'Return', value='said')
    call.answer('consent', '1', 'Return', value='yes')
    call.answer('solved', '1', 'Return', value='fully')
    call.answer('promise-kept', '1', 'Return', value='kept')
    call.answer('handling-speed', '5', 'Return', value='5')
    call.answer('handling-ease', '5', 'Return', value='5')
    call.answer('handling-expected', '4', 'Return', value='4')
    call.answer('handling-satisfaction', '5', 'Return', value='5')
    call.answer('will-stay', '1', 'Return', value='yes')
    call.answer('what-else', 'ctrl+Return', value='')
    call.answer('promise', 'ctrl+Return', value='')
    call.answer('thanks', 'Return', value='said')
    finish(desk, call)
    assert database.rows('SELECT result, by_handler FROM follow_up') == [('satisfied', 0)]


def close_it(desk, database):
    sit_down(desk, PROGRAM, database, 'Li')
    desk.key('ctrl+3')
    desk.wait_for_words(WORDS)
    desk.go_to('Tab', 'Wang')
    desk.key('Return')
    desk.wait_for_words('The customer\'s words')
    desk.wait_for_keyboard('text')
    desk.type('She is content')
    desk.key('Return')
    database.wait_for('closed', STATUS)


def a_complaint_goes_from_receipt_to_closed(desk):
    database = make_firm(desk)
    sit_down(desk, PROGRAM, database, 'Li')
    take_it(desk, database)
    work_on_it(desk, database)
    be_kept_from_closing(desk, database)
    follow_it_up(desk, database)
    close_it(desk, database)
    steps = database.rows('SELECT step FROM complaint_step ORDER BY at, id')
    assert [row[0] for row in steps] == ['received', *(status for _, status in STEPS), 'closed']
    subprocess.run([CTL, '--database', database.path, 'check'], check=True,
                   stdout=subprocess.DEVNULL)


if __name__ == '__main__':
    quit_with(run_tests([a_complaint_goes_from_receipt_to_closed],
                        sys.argv[3] if len(sys.argv) > 3 else None))
